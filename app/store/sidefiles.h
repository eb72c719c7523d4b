// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "bounds.h"
#include "fileheader.h"

namespace nianbao {

/// What stands beside a report and would be obeyed by SQLite when it opens the file.
struct SideFiles {
    bool hotJournal = false; // half an edit of a program that died (or of one that writes right now)
    bool log = false; // a write-ahead log, of a file that somebody switched to it
    bool any() const { return hotJournal || log; }
};

inline constexpr const char *kJournalTail = "-journal";
inline constexpr const char *kLogTail = "-wal";
inline constexpr const char *kIndexTail = "-shm";
QString sideFile(const QString &path, const char *tail);

/// SQLite obeys what it finds beside a file: a journal is played into it, and a name in a journal is a file
/// that gets deleted. Therefore each is judged first: a regular file with one name, of somebody who may write
/// the report, of sane size, and made for this very file. Looks only. Errors: ForeignSideFile, NoPermission,
/// ReadFailed.
Result<SideFiles> judgeSideFiles(const RegularFile &report, const FileHeader &header, const QString &path);
/// The same of a file that is about to be opened by its name, whatever it is; beside one that is no database
/// nothing may stand.
Result<> expectOwnSideFiles(const QString &path);

inline constexpr qint64 kMostSideBytes
    = 2 * bounds::kReportFileBytes; // more than every page with its numbers

} // namespace nianbao
