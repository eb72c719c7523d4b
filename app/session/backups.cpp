// SPDX-License-Identifier: MulanPSL-2.0
#include "backups.h"

#include "clock.h"
#include "session.h"
#include "settings.h"
#include "systemreason.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <cerrno>

namespace nianbao {

namespace {

/// Of one report, whatever its file is called: reports of two offices may have the same name.
QString markOf(const Report &report)
{
    constexpr qsizetype kEnough = 8;
    return report.id().toString(QUuid::Id128).left(kEnough);
}

/// Oldest first: their names begin with the day. A day that is still to come is of a clock that was wrong;
/// what it was put on is the first to go.
QStringList copiesOf(const QString &mark, const QDir &folder, const QString &today)
{
    QStringList copies
        = folder.entryList({QStringLiteral("*-*-* %1 *.nianbao").arg(mark)}, QDir::Files, QDir::Name);
    std::stable_partition(copies.begin(), copies.end(),
        [&today](const QString &copy) { return QStringView(copy).left(today.size()) > today; });
    return copies;
}

bool isAmong(const QDir &folder, const QString &path)
{
    const QString itsFolder = QFileInfo(path).canonicalPath(); // of both, wherever links lead
    return !itsFolder.isEmpty() && itsFolder == folder.canonicalPath();
}

Result<> makeFolder(const QDir &folder)
{
    errno = 0;
    if (folder.mkpath(QStringLiteral(".")))
        return {};
    const int reason = errno;
    const ErrorCode code = meansFullDisk(reason) ? ErrorCode::DiskFull
        : meansNoPermission(reason)              ? ErrorCode::NoPermission
                                                 : ErrorCode::WriteFailed;
    return Error{code, folder.path(), qt_error_string(reason)};
}

} // namespace

QString backupFolder()
{
    const QString chosen = settings::backups().folder;
    return !chosen.isEmpty() ? chosen
                             : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/nianbao/backups");
}

Result<> keepBackup(const QString &path)
{
    const auto wanted = settings::backups();
    const QDir folder(backupFolder());
    if (!wanted.areMade || isAmong(folder, path))
        return {};
    const auto session = Session::open(
        path, Session::Mode::Look, [](const Report &, const RuleSet &) { return Findings(); });
    if (!session)
        return session.error();
    const Report &report = (*session)->report();
    const QString mark = markOf(report);
    const QString today = now().date().toString(Qt::ISODate);
    const QStringList there = copiesOf(mark, folder, today);
    const auto isOfToday = [&today](const QString &copy) { return copy.startsWith(today); };
    if (std::any_of(there.cbegin(), there.cend(), isOfToday))
        return {};
    if (const auto made = makeFolder(folder); !made)
        return made;
    constexpr qsizetype kMostName = 60;
    const QString name = QFileInfo(path).completeBaseName().left(kMostName);
    const QString copy = folder.filePath(QStringLiteral("%1 %2 %3.nianbao").arg(today, mark, name));
    if (const auto done = (*session)->saveCopy(copy, {report}); !done)
        return done;
    const QStringList all = copiesOf(mark, folder, today);
    for (const QString &old : all.mid(0, std::max(qsizetype(0), all.size() - wanted.kept)))
        QFile::remove(folder.filePath(old));
    return {};
}

} // namespace nianbao
