// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "seenreport.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace nianbao {

struct RecentReport {
    QString path{};
    QString title{}; // "张村镇 2021 年", as it was when last open: the file itself is not touched
    QString when{}; // ISO time it was last open
    QString status{}; // verdict line when last open
    bool isPinned = false; // stays, however many come after it
    std::optional<SeenReport> seen{}; // as it was when last looked at
    QString stamp{}; // of the file when it was looked at, see fileState
    bool operator==(const RecentReport &) const = default;
};

/// As one line without what cannot be seen, of bounded length: words that stood in somebody's file.
QString seenLine(const QString &words);
/// Differs when another state stands in the file; empty: no file is there. Asks the disk.
QString fileState(const QString &path);

namespace settings {

// The reports this person had open, newest first, a hundred at most. Words are one line of bounded length;
// what is no entry is left out: nothing that stands in the settings can keep the program from starting. No
// file is touched.

QList<RecentReport> recentReports();
/// What this person's last report of that body called it in short; empty: nothing, or none is known.
QString knownShortName(const QString &fullName);
/// To the front; what was pinned stays pinned. Of too many the oldest go that are not pinned.
void addRecentReport(const RecentReport &report);
void removeRecentReport(const QString &path);
void pinRecentReport(const QString &path, bool isPinned);
void clearRecentReports(); // but for the pinned ones
/// What a look at the files said, by path, with the state they were in; of what is no entry nothing.
struct Look {
    SeenReport seen{};
    QString stamp{};
};
void noteLooks(const QHash<QString, Look> &looks);
/// Nothing is known of this person: no report was open here, not even the sample, and no office is stated.
bool isFirstRun();
void endFirstRun();

} // namespace settings

} // namespace nianbao
