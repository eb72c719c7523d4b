// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QDateTime>

#include <memory>

namespace nianbao {

/// One report on disk: a SQLite file in journal mode DELETE. Loads a Report, writes one Change a transaction.
/// Nothing else in the program knows SQL. Opening, loading and closing changes no byte and leaves no side
/// file; only half an edit of a program that died is taken back when a sound file is loaded for editing.
/// Whoever made the file, nothing of it runs: see foreignfile.h.
class ReportFile {
public:
    enum class Mode { Edit, Look };

    struct Editor { // goes into the lock file and the audit row
        QString name{};
        QString host{};
    };

    /// Edit takes the lock file beside the report; in a place that cannot be written the file is opened to
    /// look and isReadOnly() is true. An older schema is migrated in memory; the file itself, after a backup
    /// beside it, with the first write. Errors: those of judgeFile and lookInto; InUse (detail: "name@host,
    /// time").
    static Result<std::unique_ptr<ReportFile>> open(const QString &path, Mode mode, const Editor &editor);

    /// Writes the report as a new file, whole or not at all, reads it back, and opens it for editing. What is
    /// replaced hands on its owner, group and mode. Errors: FileExists unless replace, NotAFile,
    /// ForeignSideFile, FileNotFound (no such folder), InUse, FolderReadOnly, DiskFull, WriteFailed; nothing
    /// is left behind then, and what stood there is whole.
    static Result<std::unique_ptr<ReportFile>> create(
        const QString &path, const Report &report, bool replace, const Editor &editor, const QDateTime &when);

    ~ReportFile();

    Result<Report> load(); // errors: Damaged, UnknownForm
    /// Everything the delta names, taken from next, and the audit row: one transaction, all or nothing.
    /// Errors: ReadOnly, DiskFull, FileGone (also when somebody else has edited it meanwhile),
    /// FolderReadOnly, NoPermission, InUse, WriteFailed; the file is then as before, and the next write may
    /// succeed.
    Result<> write(const Report &next, const Delta &delta, const Change &change, const QDateTime &when);

    const QString &path() const;
    bool isReadOnly() const;
    int schemaVersion() const; // of the file on disk

private:
    struct Private;
    explicit ReportFile(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

inline constexpr int kApplicationId = 0x4E42414F; // "NBAO"
int newestSchema();

} // namespace nianbao
