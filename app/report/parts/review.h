// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "part.h"

namespace nianbao {

enum class ReviewState { Drafting, InReview, Returned, Approved, Submitted, Published };

QString toString(ReviewState state); // drafting, in_review …
std::optional<ReviewState> reviewStateFromString(const QString &word);

struct SetReview;

/// Where the report stands on its way. Of the desk that has it: the interchange format does not say it.
struct Review {
    ReviewState state = ReviewState::Drafting;
    int revision = 1;

    void take(const SetReview &step, Taking &taking);
    bool operator==(const Review &) const = default;
};

struct SetReview {
    static constexpr auto kName = "set_review";
    Review review{};
};

inline void clean(SetReview &, TextCleaner &) { }
QJsonObject toKept(const SetReview &step, KeptOut &out);
void fromKept(SetReview &step, KeptIn &in);

} // namespace nianbao
