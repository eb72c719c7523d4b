// SPDX-License-Identifier: MulanPSL-2.0
#include "lockfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
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

QString word(const QJsonObject &holder, const char *key)
{
    const QString said = holder.value(QLatin1String(key)).toString();
    return said.isEmpty() ? QStringLiteral("?") : said;
}

bool isStale(const QString &path, const QJsonObject &holder, const QString &thisHost)
{
    if (holder.isEmpty())
        return QFileInfo(path).lastModified().secsTo(QDateTime::currentDateTime()) > kUnreadableGraceSeconds;
    if (word(holder, "host") != thisHost)
        return false; // whether a program on another machine lives cannot be known
    // after a restart of the machine the number may belong to any program
    if (holder.value(QStringLiteral("boot")).toString() != QString::fromLatin1(QSysInfo::bootUniqueId()))
        return true;
    const auto pid = pid_t(holder.value(QStringLiteral("pid")).toInteger());
    return pid <= 0 || (kill(pid, 0) != 0 && errno == ESRCH);
}

/// Of two programs that find the same dead lock only one gets it out of the way: renaming is atomic, and one
/// that was judged dead but has a new content meanwhile is put back.
bool removeStale(const QString &path, const QByteArray &judged)
{
    const QString aside = path + QStringLiteral(".%1").arg(QCoreApplication::applicationPid());
    if (!QFile::rename(path, aside))
        return false;
    const bool isTheSame = readAll(aside) == judged;
    if (!isTheSame)
        QFile::rename(aside, path);
    else
        QFile::remove(aside);
    return isTheSame;
}

Error inUse(const QString &reportPath, const QString &lockPath, const QJsonObject &holder)
{
    auto since = QDateTime::fromString(holder.value(QStringLiteral("time")).toString(), Qt::ISODate);
    if (!since.isValid())
        since = QFileInfo(lockPath).lastModified();
    return {ErrorCode::InUse, reportPath,
        QStringLiteral("%1@%2, %3")
            .arg(word(holder, "name"), word(holder, "host"),
                since.toString(QStringLiteral("yyyy-MM-dd hh:mm")))};
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
        {QStringLiteral("boot"), QString::fromLatin1(QSysInfo::bootUniqueId())},
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
        const QByteArray found = readAll(path);
        const auto holder = QJsonDocument::fromJson(found).object();
        if (!isStale(path, holder, editor.host) || !removeStale(path, found))
            return inUse(reportPath, path, holder);
    }
    return Error{ErrorCode::NoPermission, reportPath};
}

} // namespace nianbao
