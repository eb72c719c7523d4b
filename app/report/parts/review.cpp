// SPDX-License-Identifier: MulanPSL-2.0
#include "review.h"

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

QJsonObject audit(const SetReview &step)
{
    return {{QStringLiteral("state"), toString(step.review.state)},
        {QStringLiteral("revision"), step.review.revision}};
}

} // namespace nianbao
