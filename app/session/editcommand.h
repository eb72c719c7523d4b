// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"

#include <QUndoCommand>

namespace nianbao {

class Report;
class Session;

/// One step of the undo stack: what was done and how to go back. Does nothing itself: the session applies and
/// writes the change before the stack moves, so that stack, memory and file always agree.
class EditCommand final : public QUndoCommand {
public:
    EditCommand(const Session &session, const Change &forward, const Change &inverse);
    const Change &forward() const { return m_forward; }
    const Change &inverse() const { return m_inverse; }
    /// Is the change one more of the same typing run?
    bool isGoneOnWith(const Change &next) const;
    /// The way back before the whole run, once that change has led from one report to the other.
    Change runInverse(const Report &before, const Report &after) const;

    void undo() override { }
    void redo() override { }
    int id() const override { return m_forward.mergeKey.isEmpty() ? -1 : 1; }
    /// Takes the next change of the same typing run in; obsolete when it led back to the beginning.
    bool mergeWith(const QUndoCommand *other) override;

private:
    const Session &m_session;
    Change m_forward;
    Change m_inverse;
};

} // namespace nianbao
