// SPDX-License-Identifier: MulanPSL-2.0
#include "editcommand.h"

#include "session.h"

namespace nianbao {

EditCommand::EditCommand(const Session &session, const Change &forward, const Change &inverse)
    : QUndoCommand(forward.description), m_session(session), m_forward(forward), m_inverse(inverse)
{ }

bool EditCommand::isGoneOnWith(const Change &next) const
{
    return next.mergeKey == m_forward.mergeKey && !next.mergeKey.isEmpty();
}

namespace {

Report with(const Change &change, Report report)
{
    [[maybe_unused]] const auto done = report.apply(change);
    Q_ASSERT(done); // it was taken before
    return report;
}

/// The change, and where illustrations and comments are then: along many small edits they do not go where one
/// large one takes them.
Change leadingTo(const Report &end, Change change, const Report &from)
{
    const Report there = with(change, from);
    if (there.illustrations() != end.illustrations())
        change.steps.append(SetIllustrations{end.illustrations()});
    const auto &comments = end.comments();
    const Report placed = with(change, from);
    for (const auto &[id, comment] : comments.asKeyValueRange()) {
        const auto found = placed.comments().constFind(id);
        if (found == placed.comments().constEnd() || *found != comment)
            change.steps.append(SetComment{id, comment});
    }
    return change;
}

} // namespace

Change EditCommand::runInverse(const Report &before, const Report &after) const
{
    return leadingTo(with(m_inverse, before), m_inverse, after);
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditCommand *>(other);
    if (!isGoneOnWith(next->m_forward))
        return false;
    // both overwrite the same place: the newest wins, the oldest is gone back to
    const Report &after = m_session.report();
    const Report before = with(next->m_inverse, after);
    m_inverse = runInverse(before, after);
    m_forward = leadingTo(after, next->m_forward, with(m_inverse, after));
    setObsolete(!m_session.wouldChange(m_inverse));
    return true;
}

} // namespace nianbao
