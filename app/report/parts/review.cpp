// SPDX-License-Identifier: MulanPSL-2.0
#include "review.h"

#include "kept.h"
#include "taking.h"

#include <algorithm>
#include <array>

namespace nianbao {

namespace {
constexpr std::array kStates{std::pair(ReviewState::Drafting, "drafting"),
    std::pair(ReviewState::InReview, "in_review"), std::pair(ReviewState::Returned, "returned"),
    std::pair(ReviewState::Approved, "approved"), std::pair(ReviewState::Submitted, "submitted"),
    std::pair(ReviewState::Published, "published")};
}

QString toString(ReviewState state)
{
    const auto *found
        = std::find_if(kStates.begin(), kStates.end(), [&](auto &s) { return s.first == state; });
    return QLatin1String(found->second);
}

std::optional<ReviewState> reviewStateFromString(const QString &word)
{
    for (const auto &[state, name] : kStates) {
        if (word == QLatin1String(name))
            return state;
    }
    return std::nullopt;
}

void Review::take(const SetReview &step, Taking &taking)
{
    if (taking.replace<SetReview>(*this, step.review))
        taking.delta.review = true;
}

QJsonObject toKept(const SetReview &step, KeptOut &)
{
    return {{QStringLiteral("state"), toString(step.review.state)},
        {QStringLiteral("revision"), step.review.revision}};
}

void fromKept(SetReview &step, KeptIn &in)
{
    const auto state = reviewStateFromString(in.text("state"));
    in.isSound = in.isSound && state;
    step.review = {state.value_or(ReviewState::Drafting), in.number("revision")};
}

} // namespace nianbao
