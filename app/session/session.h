// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"
#include "clock.h"
#include "report.h"

#include <QDateTime>
#include <QObject>

#include <memory>

class QUndoStack;

namespace nianbao {

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
    static Result<std::unique_ptr<Session>> open(const QString &path, Mode mode = Mode::Edit);
    /// Writes a new file for the report and opens it. Errors: those of ReportFile::create.
    static Result<std::unique_ptr<Session>> create(
        const QString &path, const Report &report, bool replace = false);
    ~Session() override;

    const Report &report() const;
    const Findings &findings() const;
    QUndoStack &undoStack() const; // for its actions; push nothing
    const QString &path() const;
    bool isReadOnly() const; // opened to look, or in a place that cannot be written
    const std::optional<Error> &readOnlyReason() const; // nothing when it was opened to look
    int schemaVersion() const;
    QDateTime savedAt() const; // of the last edit on disk; invalid before the first

    /// Applies the change, writes it, then tells. On an error nothing happened, in memory or on disk.
    /// A change that changes nothing succeeds without an undo step.
    Result<> edit(const Change &change);
    /// Following changes are not merged with earlier ones: the focus has moved.
    void endMerge();

Q_SIGNALS:
    void changed(const nianbao::Delta &delta);
    void findingsChanged();
    void failed(const nianbao::Error &error); // an undo or redo could not be written

private:
    friend class EditCommand;
    struct Private;
    explicit Session(std::unique_ptr<Private> parts);
    Result<Delta> take(const Change &change);
    void tell(const Delta &delta);
    Result<> replay(const Change &change);
    std::unique_ptr<Private> d;
};

} // namespace nianbao
