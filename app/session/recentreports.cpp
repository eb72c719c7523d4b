// SPDX-License-Identifier: MulanPSL-2.0
#include "recentreports.h"

#include "filestamp.h"
#include "folder.h"
#include "settings.h"
#include "settingsfile.h"
#include "showntext.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kMostRecent = 100;
constexpr qsizetype kMostWords = 120; // characters of a title or state
constexpr qsizetype kMostStamp = 200;

/// What may be shown and opened; nullopt: not an entry of ours.
std::optional<RecentReport> asEntry(RecentReport entry)
{
    if (entry.path.isEmpty() || entry.path.size() > kMostPath || entry.path.contains(QChar(u'\0')))
        return std::nullopt;
    const QString name = QFileInfo(entry.path).fileName();
    entry.title = seenLine(entry.title.trimmed().isEmpty() ? name : entry.title);
    entry.status = seenLine(entry.status);
    entry.when
        = QDateTime::fromString(entry.when.left(kMostWords), Qt::ISODate).isValid() ? entry.when : QString();
    entry.stamp = entry.stamp.left(kMostStamp);
    return entry;
}

void writeRecent(const QList<RecentReport> &list)
{
    withSettings([&](QSettings &s) {
        s.remove(QStringLiteral("recent"));
        s.beginWriteArray(QStringLiteral("recent"), int(list.size()));
        for (int i = 0; i < list.size(); ++i) {
            s.setArrayIndex(i);
            s.setValue(QStringLiteral("path"), list[i].path);
            s.setValue(QStringLiteral("title"), list[i].title);
            s.setValue(QStringLiteral("when"), list[i].when);
            s.setValue(QStringLiteral("status"), list[i].status);
            s.setValue(QStringLiteral("pinned"), list[i].isPinned);
            s.setValue(QStringLiteral("seen"), list[i].seen ? toLine(*list[i].seen) : QString());
            s.setValue(QStringLiteral("stamp"), list[i].stamp);
        }
        s.endArray();
    });
}

/// The newest and the pinned ones.
QList<RecentReport> bounded(QList<RecentReport> list)
{
    for (auto i = list.size() - 1; i >= 0 && list.size() > kMostRecent; --i) {
        if (!list[i].isPinned)
            list.removeAt(i);
    }
    return list.mid(0, kMostRecent);
}

} // namespace

QString seenLine(const QString &words)
{
    QString line = words.left(kMostWords * 8);
    line.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Format || c == QChar::ReplacementCharacter; });
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return firstCharacters(line, kMostWords);
}

QString fileState(const QString &path)
{
    const FileStamp stamp = stampOf(path);
    if (stamp == FileStamp())
        return {};
    return QStringLiteral("%1:%2:%3:%4:%5")
        .arg(stamp.device)
        .arg(stamp.inode)
        .arg(stamp.size)
        .arg(stamp.seconds)
        .arg(stamp.nanoseconds);
}

namespace settings {

QList<RecentReport> recentReports()
{
    return withSettings([](QSettings &s) {
        QList<RecentReport> list;
        const int size = s.beginReadArray(QStringLiteral("recent"));
        for (int i = 0; i < std::min(size, int(kMostRecent)); ++i) {
            s.setArrayIndex(i);
            const auto entry = asEntry({s.value(QStringLiteral("path")).toString(),
                s.value(QStringLiteral("title")).toString(), s.value(QStringLiteral("when")).toString(),
                s.value(QStringLiteral("status")).toString(), s.value(QStringLiteral("pinned")).toBool(),
                seenFromLine(s.value(QStringLiteral("seen")).toString()),
                s.value(QStringLiteral("stamp")).toString()});
            if (entry)
                list.append(*entry);
        }
        s.endArray();
        return list;
    });
}

void addRecentReport(const RecentReport &report)
{
    auto list = recentReports();
    bool isPinned = report.isPinned;
    list.removeIf([&](const RecentReport &r) {
        isPinned = isPinned || (r.path == report.path && r.isPinned);
        return r.path == report.path;
    });
    if (auto entry = asEntry(report)) {
        entry->isPinned = isPinned;
        list.prepend(*entry);
    }
    writeRecent(bounded(list));
    if (!report.seen || !report.seen->isSample)
        endFirstRun();
}

QString knownShortName(const QString &fullName)
{
    const QString name = seenLine(fullName.trimmed());
    for (const RecentReport &report : recentReports()) {
        if (!name.isEmpty() && report.seen && report.seen->name == name && report.seen->body != name)
            return report.seen->body;
    }
    return {};
}

void removeRecentReport(const QString &path)
{
    auto list = recentReports();
    list.removeIf([&](const RecentReport &r) { return r.path == path; });
    writeRecent(list);
}

void pinRecentReport(const QString &path, bool isPinned)
{
    auto list = recentReports();
    for (RecentReport &report : list) {
        if (report.path == path)
            report.isPinned = isPinned;
    }
    writeRecent(list);
}

void clearRecentReports()
{
    auto list = recentReports();
    list.removeIf([](const RecentReport &r) { return !r.isPinned; });
    writeRecent(list);
}

void noteLooks(const QHash<QString, Look> &looks)
{
    if (looks.isEmpty())
        return;
    auto list = recentReports(); // as it is now: a look takes its time
    bool isOther = false;
    for (RecentReport &report : list) {
        const auto look = looks.constFind(report.path);
        if (look == looks.constEnd())
            continue;
        report.seen = look->seen;
        report.stamp = look->stamp;
        isOther = true;
    }
    if (isOther)
        writeRecent(list);
}

bool isFirstRun()
{
    const bool hasBegun
        = withSettings([](QSettings &s) { return s.value(QStringLiteral("begun")).toBool(); });
    return !hasBegun && officeName().isEmpty() && recentReports().isEmpty();
}

void endFirstRun()
{
    withSettings([](QSettings &s) {
        if (!s.value(QStringLiteral("begun")).toBool())
            s.setValue(QStringLiteral("begun"), true);
    });
}

} // namespace settings

} // namespace nianbao
