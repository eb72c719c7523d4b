// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao::commentActions {

// What a reader does with comments, as changes; words without content are refused.

/// Errors: NoSuchPlace, TextMissing, NameMissing.
Result<Change> add(const Report &report, const Place &place, const QString &text, const QString &who);
/// Errors: NoSuchComment, TextMissing, NameMissing.
Result<Change> answer(const Report &report, int id, const QString &text, const QString &who);
/// Error: NoSuchComment.
Result<Change> setResolved(const Report &report, int id, bool resolved, const QString &who);

int countOpen(const Report &report);
/// Open, of somebody else than that person, whose word is the last.
bool waitsForAnswer(const Comment &comment, const QString &who);
int countUnanswered(const Report &report, const QString &who);

} // namespace nianbao::commentActions
