// SPDX-License-Identifier: MulanPSL-2.0
#include "editcommand.h"

#include "session.h"

namespace nianbao {

EditCommand::EditCommand(const Session &session, const Change &forward, const Change &inverse)
    : QUndoCommand(forward.description), m_session(session), m_forward(forward), m_inverse(inverse)
{ }

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditCommand *>(other);
    if (next->m_forward.mergeKey != m_forward.mergeKey || m_forward.mergeKey.isEmpty())
        return false;
    const auto movesFigures = [](const Change &inverse) { // which cannot be told from the newest text alone
        return inverse.steps.size() > 1 && std::holds_alternative<SetIllustrations>(inverse.steps.last());
    };
    if (movesFigures(m_inverse) || movesFigures(next->m_inverse))
        return false;
    m_forward = next->m_forward; // both overwrite the same place: the newest wins, the oldest is gone back to
    setObsolete(!m_session.wouldChange(m_inverse));
    return true;
}

} // namespace nianbao
