// SPDX-License-Identifier: MulanPSL-2.0
#include "editcommand.h"

#include "session.h"

namespace nianbao {

EditCommand::EditCommand(const Session &session, const Change &forward, const Change &inverse)
    : QUndoCommand(forward.description), m_session(session), m_forward(forward), m_inverse(inverse)
{ }

bool EditCommand::isGoneOnWith(const Change &next, const Report &after) const
{
    if (next.mergeKey != m_forward.mergeKey || next.mergeKey.isEmpty())
        return false;
    // illustrations that moved with the text: how cannot be told from the newest text alone
    const auto *moved
        = m_inverse.steps.size() > 1 ? std::get_if<SetIllustrations>(&m_inverse.steps.last()) : nullptr;
    return !moved || moved->illustrations == after.illustrations();
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditCommand *>(other);
    if (!isGoneOnWith(next->m_forward, m_session.report()))
        return false;
    m_forward = next->m_forward; // both overwrite the same place: the newest wins, the oldest is gone back to
    setObsolete(!m_session.wouldChange(m_inverse));
    return true;
}

} // namespace nianbao
