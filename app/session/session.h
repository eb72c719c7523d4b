// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"
#include "clock.h"
#include "historyrow.h"
#include "permissions.h"
#include "report.h"
#include "verification.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

class QUndoStack;

namespace nianbao {

class ReportFile;

/// The open report: value, file, undo stack and findings. The one door for changes (edit) and the one message
/// about them (changed). Memory and file never disagree: an edit that cannot be written did not happen.
class Session final : public QObject {
    Q_OBJECT
public:
    enum class Mode {
        Edit,
        Look, // nothing is ever written, no lock is taken
        TakeOver, // Edit, although another is said to have it open for editing: ask first
    };

    /// Errors: those of ReportFile::open; InUse when another has it open for editing, AlreadyOpen when that
    /// is another window of the same person.
    /// The first findings are made by `check`, which may do so elsewhere: those of a long report take their
    /// time.
    using Check = std::function<Findings(const Report &report, const RuleSet &rules)>;
    static Result<std::unique_ptr<Session>> open(
        const QString &path, Mode mode = Mode::Edit, const Check &check = &nianbao::check);
    /// Writes a new file for the report and opens it. Errors: those of ReportFile::create.
    static Result<std::unique_ptr<Session>> create(const QString &path, const Report &report,
        bool replace = false, const Check &check = &nianbao::check);
    ~Session() override;

    const Report &report() const;
    const RuleSet &rules() const; // by which it is judged
    /// By others from now on: findings are made anew, and the file says so with the next edit.
    void judgeBy(const RuleSet &rules);
    const QString &
    judgedBy() const; // fingerprint of those of whoever wrote it last, as it was opened; or empty
    const Findings &findings() const;
    const QUndoStack &undoStack() const; // to be read and watched; undo() and redo() move it
    const QString &path() const;
    Permissions permissions() const; // as they are now: asked when needed
    const std::optional<Error> &readOnlyReason() const; // nothing when it was opened to look
    /// Asks whether the file takes entries still, or again: rights, folder and lock may be others than
    /// before. A write that is refused asks by itself. A report that was opened to look stays one.
    void lookAtFile();
    int schemaVersion() const;
    QString contentDigest() const; // SM3 of what the report says, as it is now
    Verification verification(
        const std::optional<PublicKey> &known) const; // of its seal or signature on paper
    QDateTime savedAt() const; // of the last edit on disk; invalid before the first
    /// Why the last entry, undo or redo is not on disk; nullopt as soon as something was written or the entry
    /// was given up.
    const std::optional<Error> &unsaved() const;
    void giveUpUnsaved(); // what was refused is no longer wanted

    /// Applies the change, writes it, then tells. On an error nothing happened, in memory or on disk.
    /// Its texts are cleaned first, see cleantext.h. A change that changes nothing succeeds without an undo
    /// step. Changes with the same merge key are one step until endMerge() or a rest of three seconds; a step
    /// that leads back to its beginning vanishes.
    Result<> edit(const Change &given);
    /// Following changes are not merged with earlier ones: a typing run is over.
    void endMerge();

    /// One move of the review, with a picture of the report: see reviewmoves.h. What could be undone is
    /// forgotten. Errors: NotReady for send and approve while unready() is not empty, those of afterMove and
    /// edit.
    Result<> move(const ReviewMove &move);
    /// Other words for the 更正说明 of this revision, while the content may be edited; a step that can be
    /// undone. Errors: ReasonMissing without words, or where there is none; those of edit.
    Result<> rewordCorrection(const QString &words);
    /// What keeps the report from being sent and approved: open errors, and what is not explained.
    Findings unready() const;
    /// See ReportFile::pictureAt.
    Result<std::optional<Report>> pictureAt(int move) const;
    /// See ReportFile::handOverCopy; of the explanations those that still answer something.
    Result<> handOverCopy(const QString &path, bool replace = false) const;

    /// One step back or forth: written first, and only then does the stack move. A step that could not be
    /// written stays and can be tried again. Nothing to undo is a success.
    Result<> undo();
    Result<> redo();
    const Change *undoChange() const; // what undo() would do; nullptr: nothing
    const Change *redoChange() const;

    /// The report with all that the editors still hold, for a copy elsewhere: while handIn runs, edits go
    /// into that report, are not written, and are answered as failed, so that the editors keep what they
    /// hold.
    struct Draft {
        Report report;
        Change back{}; // leads from it to the report of the session
    };
    Draft reportWith(const std::function<void()> &handIn);
    /// Writes it as a new file elsewhere, with the history when the file still gives it. Errors: those of
    /// ReportFile::create.
    Result<> saveCopy(const QString &path, const Draft &draft, bool replace = false);

    /// Oldest first. Errors: those of ReportFile::history and History::rows.
    Result<QList<HistoryRow>> history() const;
    /// The report as it was after that row; 0: before the first. Errors: NoSuchRow, NotKept, those of
    /// history().
    Result<Report> reportAt(qint64 row) const;
    /// See store/historyclearing.h. What could be undone is forgotten: it holds the same content. Errors:
    /// those of ReportFile::clearHistory.
    Result<Cleared> clearHistory(const Clearing &what);

Q_SIGNALS:
    void changed(const nianbao::Delta &delta);
    void findingsChanged();
    void permissionsChanged(); // permissions() or readOnlyReason() is another
    void unsavedChanged(); // unsaved() is another
    void failed(const nianbao::Error &error); // an undo or redo could not be written

private:
    friend class EditCommand;
    struct Private;
    explicit Session(std::unique_ptr<Private> parts);
    static std::unique_ptr<Session> opened(
        std::unique_ptr<ReportFile> file, Report report, RuleSet rules, const Check &check);
    Result<Delta> take(const Change &change, const Change &history, Permissions::Action action);
    std::optional<Error> whyRefused(Permissions::Action action);
    void setRefusal(const std::optional<Error> &error);
    Result<> draft(const Change &change);
    Result<> replay(bool back);
    bool wouldChange(const Change &change) const;
    void endRestedRun();
    void setUnsaved(const std::optional<Error> &error);
    void tell(const Delta &delta);
    bool findAnew();
    std::unique_ptr<Private> d;
};

} // namespace nianbao
