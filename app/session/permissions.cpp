// SPDX-License-Identifier: MulanPSL-2.0
#include "permissions.h"

#include <algorithm>

namespace nianbao {

namespace {

Permissions::State stateOf(const Review &review)
{
    using enum ReviewState;
    switch (review.state) {
    case Drafting: break;
    case InReview: return Permissions::State::InReview;
    case Returned: return Permissions::State::Returned;
    case Approved: return Permissions::State::Approved;
    case Submitted: return Permissions::State::Submitted;
    case Published: return Permissions::State::Published;
    }
    return Permissions::State::Drafting;
}

struct NeededFor {
    using Action = Permissions::Action;
    Action operator()(const SetReview &) const { return Action::Move; }
    Action operator()(const SetExplanation &) const { return Action::Explain; }
    Action operator()(const SetRuleOff &) const { return Action::Explain; }
    Action operator()(const SetComment &) const { return Action::Comment; }
    Action operator()(const MoveComment &) const { return Action::Comment; }
    template <typename Content> Action operator()(const Content &) const { return Action::EditContent; }
};

} // namespace

Permissions::Permissions(bool mayWrite, const Review &review)
    : m_state(mayWrite ? stateOf(review) : State::ReadOnly)
{
    for (const ReviewAction action : reviewActions()) {
        if (mayMove(review, action))
            m_moves.append(action);
    }
}

Permissions::Action Permissions::neededFor(const Change &change)
{
    constexpr std::array kStrictestFirst{Action::Move, Action::EditContent, Action::Explain, Action::Comment};
    const auto *needed
        = std::find_if(kStrictestFirst.begin(), kStrictestFirst.end(), [&change](Action action) {
              return std::any_of(change.steps.begin(), change.steps.end(),
                  [action](const Step &step) { return std::visit(NeededFor(), step) == action; });
          });
    return needed == kStrictestFirst.end() ? Action::EditContent : *needed;
}

} // namespace nianbao
