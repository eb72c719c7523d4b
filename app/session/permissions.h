// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"

#include <array>

namespace nianbao {

/// What may be done with the open report now: one row of one table, state by action. Asked when it is needed
/// and kept by nobody, since the state may be another a moment later; Session::permissionsChanged() tells.
class Permissions {
public:
    enum class State {
        Editable,
        ReadOnly, // opened to look, or nothing can be written any more
        Last = ReadOnly
    };
    enum class Action {
        EditContent, // all that prints and every figure, and what else the report states
        Explain, // what is said to findings: explanations, hints put aside, rules switched off
        Undo, // a step back, or forth again
        Last = Undo
    };

    explicit constexpr Permissions(State state) : m_state(state) { }

    constexpr State state() const { return m_state; }
    constexpr bool may(Action action) const { return kMay[size_t(m_state)][size_t(action)]; }

    /// What must be allowed for that change to be made.
    static Action neededFor(const Change &change);

private:
    using Row = std::array<bool, size_t(Action::Last) + 1>;
    static constexpr std::array<Row, size_t(State::Last) + 1> kMay{{
        // EditContent, Explain, Undo
        {true, true, true}, // Editable
        {false, false, false}, // ReadOnly
    }};

    State m_state;
};

} // namespace nianbao
