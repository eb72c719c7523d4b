// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QDateTime>

#include <memory>

namespace nianbao {

/// One report on disk: a SQLite file in journal mode DELETE. Loads a Report, writes one Change a transaction.
/// Nothing else in the program knows SQL. Opening, loading and closing changes no byte and leaves no side
/// file.
class ReportFile {
public:
    enum class Mode { Edit, Look };

    struct Editor { // goes into the lock file and the audit row
        QString name{};
        QString host{};
    };

    /// Edit takes the lock file beside the report; in a place that cannot be written the file is opened to
    /// look and isReadOnly() is true. An older schema is migrated in memory; the file itself, after a backup
    /// beside it, with the first write. Errors: FileNotFound, NotADatabase, ForeignDatabase, Damaged, TooNew,
    /// NoPermission, InUse (detail: "name@host, time").
    static Result<std::unique_ptr<ReportFile>> open(const QString &path, Mode mode, const Editor &editor);

    /// Writes the report as a new file, whole or not at all, and opens it for editing.
    /// Errors: FileExists unless replace, FileNotFound (no such folder), InUse, FolderReadOnly, DiskFull,
    /// WriteFailed; nothing is left behind then.
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
