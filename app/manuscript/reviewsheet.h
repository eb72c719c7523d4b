// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "sheet.h"

namespace nianbao {

class Report;

/// 5 January 2022 as paper writes it, in this place's time; words that are no time stay as they are.
QString dayWords(const QString &at);

/// The comments with their numbers in the margin and their answers, then those that are resolved; nothing
/// where there are none.
void addComments(Sheet &sheet, const Report &report);
/// What changed between two reports: figures and facts old and new, texts word by word.
void addChanges(Sheet &sheet, const Report &old, const Report &now);

} // namespace nianbao
