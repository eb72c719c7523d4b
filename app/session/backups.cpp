// SPDX-License-Identifier: MulanPSL-2.0
#include "backups.h"

#include "clock.h"
#include "session.h"
#include "settings.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace nianbao {

namespace {

/// Of one report, whatever its file is called: reports of two offices may have the same name.
QString markOf(const Session &session)
{
    constexpr qsizetype kEnough = 8;
    return session.report().id().toString(QUuid::Id128).left(kEnough);
}

} // namespace

QString backupFolder()
{
    const QString chosen = settings::backups().folder;
    return !chosen.isEmpty() ? chosen
                             : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/nianbao/backups");
}

Result<> keepBackup(Session &session)
{
    const auto wanted = settings::backups();
    if (!wanted.areMade)
        return {};
    const QDir folder(backupFolder());
    const QString mark = markOf(session);
    const QString today = now().date().toString(Qt::ISODate);
    const auto copies = [&folder, &mark] { // oldest first: their names begin with the day
        return folder.entryList({QStringLiteral("*-*-* %1 *.nianbao").arg(mark)}, QDir::Files, QDir::Name);
    };
    const QStringList there = copies();
    if (!there.isEmpty() && there.last().startsWith(today))
        return {};
    if (!folder.mkpath(QStringLiteral(".")))
        return Error{ErrorCode::NoPermission, {}, folder.path()};
    constexpr qsizetype kMostName = 60;
    const QString name = QFileInfo(session.path()).completeBaseName().left(kMostName);
    const auto draft = session.reportWith([] {});
    const auto done
        = session.saveCopy(folder.filePath(QStringLiteral("%1 %2 %3.nianbao").arg(today, mark, name)), draft);
    if (!done)
        return done;
    const QStringList all = copies();
    for (const QString &old : all.mid(0, std::max(qsizetype(0), all.size() - wanted.kept)))
        QFile::remove(folder.filePath(old));
    return {};
}

} // namespace nianbao
