// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "history.h"
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
    enum class Mode {
        Edit,
        Look,
        TakeOver, // Edit, whoever else says that he is editing it
    };

    struct Editor { // goes into the lock file and the history
        QString name{};
        QString host{};
        QString rules{}; // fingerprint of those by which the report is judged; goes into the file
    };

    /// Edit takes the lock file beside the report; where nothing can be written the file is opened to look,
    /// isReadOnly() is true and readOnlyReason() says why. An older schema is migrated in memory; the file
    /// itself, after a backup beside it, with the first write. Errors: those of judgeFile and lookInto,
    /// NameNotUtf8, InUse and AlreadyOpen (detail: "name@host, time" and the lock's name on a second line).
    static Result<std::unique_ptr<ReportFile>> open(const QString &path, Mode mode, const Editor &editor);

    /// Writes the report as a new file, whole or not at all, reads it back, and opens it for editing. A
    /// report that has no id gets a new one there. What is replaced hands on its owner, group and mode.
    /// Errors: FileExists unless replace, NotAFile, ForeignSideFile, FileNotFound (no such folder),
    /// NameTooLong, PathTooLong, NameNotUtf8, InUse, AlreadyOpen, FolderReadOnly, DiskFull, WriteFailed;
    /// nothing is left behind then, and what stood there is whole.
    static Result<std::unique_ptr<ReportFile>> create(
        const QString &path, const Report &report, bool replace, const Editor &editor, const QDateTime &when);
    /// The same for a copy of the report in this file, which takes the history along while the file still
    /// holds the state that was loaded or written last. back: what leads from the copied report to that one.
    Result<std::unique_ptr<ReportFile>> copyTo(
        const QString &path, const Report &report, const Change &back, bool replace, const QDateTime &when);

    /// Of the report in a file, of which nothing else is read; null: none is told there. Errors: those of
    /// lookInto.
    static Result<QUuid> idIn(const QString &path);

    ~ReportFile();

    Result<Report> load(); // errors: Damaged, UnknownForm
    /// Everything the delta names, taken from next, and the row of the history: one transaction, all or
    /// nothing, and only upon the very state that was loaded or written last, whichever file of that name
    /// holds it. Errors: ReadOnly or its reason, FileGone, Replaced (another state stands there), DiskFull,
    /// FolderReadOnly, NoPermission, InUse, WriteFailed: what stands there was not touched, and the next
    /// write may succeed. Collided: somebody else wrote into it at the same moment.
    /// A move of the review takes a picture of the report along.
    /// run: what leads back before the typing run that this change goes on with; it keeps its one row.
    Result<> write(const Report &next, const Delta &delta, const Change &change, const QDateTime &when,
        const Change *run = nullptr);

    /// The report as that move of its review left it, counted from 1, without what was said about it;
    /// nullopt: it was cleared from the history, or never kept. Errors: those of history(), Damaged.
    Result<std::optional<Report>> pictureAt(int move);
    /// A file to be handed over: this report without comments, opinions and reasons, with the picture of its
    /// approval and no history. Freshly written: nothing that was ever deleted is in it. Errors: SameFile for
    /// this file itself, those of create.
    Result<> handOverCopy(const QString &path, const Report &report, bool replace, const QDateTime &when);

    /// Of the state that was loaded or written last, whose report is given. Errors: those of load, Replaced.
    Result<History> history(const Report &present);
    /// See historyclearing.h; afterwards nothing of it is in a byte of the file. The clearing is a row
    /// itself. Errors: StillInReport, NoSuchRow, MoveStays, those of write and history.
    Result<Cleared> clearHistory(const Report &present, const Clearing &what, const QDateTime &when);

    const QString &path() const;
    bool isReadOnly() const;
    const std::optional<Error> &readOnlyReason() const; // nothing when it was opened to look
    /// Of one that was opened for editing, as it is now: why the next write would be refused, as far as
    /// rights and the lock tell. Of a file that is gone, nothing: whoever writes is told.
    std::optional<Error> refusal() const;
    int schemaVersion() const; // of the file on disk
    void judgeBy(const QString &rules); // from the next write on; fingerprint
    const QString &judgedBy() const; // the rules of whoever wrote last, as it was loaded; empty: not known

private:
    struct Private;
    explicit ReportFile(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

inline constexpr int kApplicationId = 0x4E42414F; // "NBAO"
int newestSchema();

} // namespace nianbao
