// SPDX-License-Identifier: MulanPSL-2.0
#include "lockfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <cerrno>
#include <csignal>

namespace nianbao {

namespace {

constexpr qint64 kUnreadableGraceSeconds = 60; // somebody may be writing it right now

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isStale(const QString &path, const QJsonObject &holder, const QString &thisHost)
{
    if (holder.isEmpty())
        return QFileInfo(path).lastModified().secsTo(QDateTime::currentDateTime()) > kUnreadableGraceSeconds;
    if (holder.value(QStringLiteral("host")).toString() != thisHost)
        return false; // whether a program on another machine lives cannot be known
    const auto pid = pid_t(holder.value(QStringLiteral("pid")).toInteger());
    return pid <= 0 || (kill(pid, 0) != 0 && errno == ESRCH);
}

} // namespace

LockFile::LockFile(QString path, QByteArray content) : m_path(std::move(path)), m_content(std::move(content))
{ }

LockFile::~LockFile()
{
    if (readAll(m_path) == m_content) // not one that somebody took over
        QFile::remove(m_path);
}

QString LockFile::pathFor(const QString &reportPath)
{
    const QFileInfo info(reportPath);
    return info.absolutePath() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".lock");
}

Result<std::unique_ptr<LockFile>> LockFile::take(
    const QString &reportPath, const ReportFile::Editor &editor, const QDateTime &when)
{
    const QString path = pathFor(reportPath);
    const QJsonObject self{{QStringLiteral("name"), editor.name}, {QStringLiteral("host"), editor.host},
        {QStringLiteral("pid"), QCoreApplication::applicationPid()},
        {QStringLiteral("time"), when.toString(Qt::ISODate)},
        {QStringLiteral("token"), QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    const QByteArray content = QJsonDocument(self).toJson(QJsonDocument::Compact);
    for (int attempt = 0; attempt < 2; ++attempt) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (file.write(content) == content.size() && file.flush())
                return std::unique_ptr<LockFile>(new LockFile(path, content));
            const QString reason = file.errorString();
            file.remove();
            return Error{ErrorCode::NoPermission, reportPath, reason};
        }
        if (!QFileInfo::exists(path))
            return Error{ErrorCode::NoPermission, reportPath, file.errorString()};
        const auto holder = QJsonDocument::fromJson(readAll(path)).object();
        if (!isStale(path, holder, editor.host)) {
            const auto since
                = QDateTime::fromString(holder.value(QStringLiteral("time")).toString(), Qt::ISODate);
            return Error{ErrorCode::InUse, reportPath,
                QStringLiteral("%1@%2, %3")
                    .arg(holder.value(QStringLiteral("name")).toString(),
                        holder.value(QStringLiteral("host")).toString(),
                        since.toString(QStringLiteral("yyyy-MM-dd hh:mm")))};
        }
        QFile::remove(path);
    }
    return Error{ErrorCode::NoPermission, reportPath};
}

} // namespace nianbao
