// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"

#include <QUndoCommand>

namespace nianbao {

class Session;

/// A change that has already been applied and written. Its first redo does nothing; when a later undo or redo
/// cannot be written it marks itself obsolete, so that stack, memory and file go on agreeing.
class EditCommand final : public QUndoCommand {
public:
    EditCommand(Session &session, const Change &forward, const Change &inverse);
    void undo() override;
    void redo() override;
    int id() const override { return m_forward.mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    Session &m_session;
    Change m_forward;
    Change m_inverse;
    bool m_applied = true;
};

} // namespace nianbao
