// SPDX-License-Identifier: MulanPSL-2.0
#include "lockfile.h"

#include "filestamp.h"
#include "folder.h"
#include "processes.h"
#include "systemreason.h"
#include "wholefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QUuid>

#include <cerrno>

namespace nianbao {

namespace {

constexpr qint64 kMostBytes = 16'384; // a lock has some three hundred
constexpr qint64 kUnreadableGraceMs = 5000; // somebody may be writing it right now
constexpr qsizetype kLongestName = 60; // of what is shown

/// The computer, not only its name: offices install many from one image. The id itself stays private.
QString thisMachine()
{
    const QByteArray id = "nianbao lock " + QSysInfo::machineUniqueId();
    return QString::fromLatin1(QCryptographicHash::hash(id, QCryptographicHash::Sha256).toHex().left(16));
}

QByteArray contentFor(const ReportFile::Editor &editor, const QDateTime &when)
{
    const qint64 pid = QCoreApplication::applicationPid();
    const auto process = processNow(pid);
    const QJsonObject self{{QStringLiteral("name"), editor.name}, {QStringLiteral("host"), editor.host},
        {QStringLiteral("machine"), thisMachine()}, {QStringLiteral("user"), qint64(thisUser())},
        {QStringLiteral("pid"), pid},
        {QStringLiteral("start"), process ? QJsonValue(process->startTicks) : QJsonValue()},
        {QStringLiteral("boot"), QString::fromLatin1(QSysInfo::bootUniqueId())},
        {QStringLiteral("time"), when.toString(Qt::ISODate)},
        {QStringLiteral("token"), QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    return QJsonDocument(self).toJson(QJsonDocument::Compact);
}

/// A lock as it was found: of whatever kind, size and content.
struct FoundLock {
    bool exists = false;
    bool isReadable = false; // an ordinary small file; its content may still be rubbish
    QByteArray content{};
    QJsonObject holder{}; // empty: rubbish
    QDateTime changedAt{};

    QString word(const char *key) const
    {
        QString said;
        for (const QChar c : holder.value(QLatin1String(key)).toString().left(kLongestName)) {
            if (c.isPrint()) // it goes to a terminal
                said += c;
        }
        return said.isEmpty() ? QStringLiteral("?") : said;
    }
    qint64 number(const char *key) const { return holder.value(QLatin1String(key)).toInteger(-1); }
};

FoundLock look(const QString &path)
{
    FoundLock found;
    const auto when = changedAt(path);
    found.exists = when.has_value();
    if (!found.exists)
        return found;
    found.changedAt = *when;
    const auto file = RegularFile::open(path, kMostBytes, RegularFile::Link::Refuse);
    const auto content = file ? file->read(0, kMostBytes) : Result<QByteArray>(file.error());
    found.isReadable = content.has_value();
    if (!content)
        return found;
    found.content = *content;
    found.holder = QJsonDocument::fromJson(*content).object();
    if (!found.holder.value(QStringLiteral("host")).isString() || found.number("pid") <= 0)
        found.holder = {};
    return found;
}

bool isOfThisMachine(const FoundLock &found, const QString &thisHost)
{
    const QString machine = found.holder.value(QStringLiteral("machine")).toString();
    return found.word("host") == thisHost && (machine.isEmpty() || machine == thisMachine());
}

/// A number that another process has by now says nothing of the one that held the lock.
bool isHolderAlive(const FoundLock &found)
{
    // after a restart of the machine the number may belong to any program
    if (found.holder.value(QStringLiteral("boot")).toString()
        != QString::fromLatin1(QSysInfo::bootUniqueId()))
        return false;
    const auto process = processNow(found.number("pid"));
    if (!process)
        return false;
    if (found.number("start") >= 0)
        return process->startTicks < 0 || process->startTicks == found.number("start");
    return process->startedAt <= found.changedAt.addSecs(1); // older versions did not note the start
}

/// Nobody can have it any more. The file system's own clock is asked, which may not be this computer's.
bool isStale(const FoundLock &found, const QString &thisHost, const QDateTime &clockThere)
{
    if (found.holder.isEmpty())
        return qAbs(found.changedAt.msecsTo(clockThere)) > kUnreadableGraceMs;
    // whether a program on another machine lives cannot be known
    return isOfThisMachine(found, thisHost) && !isHolderAlive(found);
}

Error inUse(const QString &reportPath, const QString &lockPath, const FoundLock &found,
    const ReportFile::Editor &editor)
{
    const QString lockName = QFileInfo(lockPath).fileName();
    if (found.holder.isEmpty())
        return {ErrorCode::InUse, reportPath, u'\n' + lockName};
    auto since = QDateTime::fromString(found.word("time"), Qt::ISODate);
    if (!since.isValid())
        since = found.changedAt;
    // two colleagues may sit at one computer under one account
    const bool isOurs = isOfThisMachine(found, editor.host) && found.number("user") == qint64(thisUser())
        && found.word("name") == editor.name;
    return {isOurs ? ErrorCode::AlreadyOpen : ErrorCode::InUse, reportPath,
        QStringLiteral("%1@%2, %3\n%4")
            .arg(found.word("name"), found.word("host"), since.toString(QStringLiteral("yyyy-MM-dd hh:mm")),
                lockName)};
}

/// A file with the content under a name of its own, to be put in place whole.
Result<> writeAside(const QString &aside, const QByteArray &content, const QString &reportPath)
{
    QFile::remove(aside); // of a program with this number that died on the way
    if (makeFile(aside, content))
        return {};
    const int reason = errno;
    return Error{meansNoPermission(reason) ? ErrorCode::FolderReadOnly : ErrorCode::NotLockable, reportPath,
        qt_error_string(reason)};
}

/// Of two programs that find the same lock only one gets it out of the way: renaming is atomic, and one that
/// was judged but has a new content meanwhile is put back. What no version of ours can have written is kept.
bool moveAway(const QString &path, const FoundLock &judged)
{
    QString away;
    for (int number = 1; away.isEmpty() || look(away).exists; ++number)
        away = path + QStringLiteral(".old%1").arg(number);
    if (!renameFile(path, away))
        return false;
    const FoundLock moved = look(away);
    const bool isTheSame = moved.isReadable == judged.isReadable && moved.content == judged.content;
    if (!isTheSame)
        renameFile(away, path);
    else if (moved.isReadable)
        QFile::remove(away);
    return isTheSame;
}

} // namespace

LockFile::LockFile(QString path, QByteArray content) : m_path(std::move(path)), m_content(std::move(content))
{ }

LockFile::~LockFile()
{
    if (look(m_path).content == m_content) // not one that somebody took over
        QFile::remove(m_path);
}

std::optional<Error> LockFile::takenOver(const QString &reportPath, const ReportFile::Editor &editor) const
{
    const FoundLock found = look(m_path);
    if (found.holder.isEmpty() || found.content == m_content)
        return std::nullopt;
    return inUse(reportPath, m_path, found, editor);
}

QString LockFile::pathFor(const QString &reportPath)
{
    const QFileInfo info(reportPath);
    return info.absolutePath() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".lock");
}

Result<std::unique_ptr<LockFile>> LockFile::take(
    const QString &reportPath, const ReportFile::Editor &editor, const QDateTime &when, Claim claim)
{
    const QString path = pathFor(reportPath);
    const QString aside
        = path + QStringLiteral(".%1-%2").arg(thisMachine().left(8)).arg(QCoreApplication::applicationPid());
    const QByteArray content = contentFor(editor, when);
    if (const auto written = writeAside(aside, content, reportPath); !written)
        return written.error();
    const QDateTime clockThere = QFileInfo(aside).lastModified();
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (renameToFreeName(aside, path))
            return std::unique_ptr<LockFile>(new LockFile(path, content));
        const int reason = errno;
        const FoundLock found = look(path);
        if (!found.exists && reason != EEXIST) {
            QFile::remove(aside);
            return Error{ErrorCode::NotLockable, reportPath, qt_error_string(reason)};
        }
        const bool mayGo = claim == Claim::TakeOver || isStale(found, editor.host, clockThere);
        if (found.exists && (!mayGo || !moveAway(path, found))) {
            QFile::remove(aside);
            return inUse(reportPath, path, found, editor);
        }
    }
    QFile::remove(aside);
    return Error{ErrorCode::NotLockable, reportPath, qt_error_string(EBUSY)};
}

} // namespace nianbao
