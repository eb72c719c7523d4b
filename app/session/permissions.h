// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reviewmoves.h"

#include <array>

namespace nianbao {

/// What may be done with the open report now: one row of one table, state by action (review.md §1). Asked
/// when it is needed and kept by nobody, since the state may be another a moment later;
/// Session::permissionsChanged() tells.
class Permissions {
public:
    enum class State { // the first six are those of the review
        Drafting,
        InReview,
        Returned,
        Approved,
        Submitted,
        Published,
        ReadOnly, // opened to look, or nothing can be written any more
        Last = ReadOnly
    };
    enum class Action {
        EditContent, // all that prints and every figure, what else the report states, and the chain of review
        Explain, // what is said to findings: explanations, hints put aside, rules switched off
        Comment, // never sealed: in every state
        Move, // of the review: which one, the state of the review tells
        Undo, // a step back, or forth again: what could be undone is forgotten at each move
        Last = Undo
    };

    Permissions(bool mayWrite, const Review &review);

    State state() const { return m_state; }
    bool may(Action action) const { return kMay[size_t(m_state)][size_t(action)]; }
    bool may(ReviewAction action) const { return may(Action::Move) && m_moves.contains(action); }

    /// What must be allowed for that change to be made.
    static Action neededFor(const Change &change);

private:
    using Row = std::array<bool, size_t(Action::Last) + 1>;
    static constexpr std::array<Row, size_t(State::Last) + 1> kMay{{
        // EditContent, Explain, Comment, Move, Undo
        {true, true, true, true, true}, // Drafting
        {false, true, true, true, true}, // InReview
        {true, true, true, true, true}, // Returned
        {false, false, true, true, true}, // Approved
        {false, false, true, true, true}, // Submitted
        {false, false, true, true, true}, // Published
        {false, false, false, false, false}, // ReadOnly
    }};

    State m_state;
    QList<ReviewAction> m_moves{};
};

} // namespace nianbao
