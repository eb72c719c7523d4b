// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// The value an equation works with: computed totals of this year, what last year's report shows.
std::optional<Amount> operand(const Report &report, const Term &term);
/// Sum of one side; blank when one of its cells is blank.
std::optional<Amount> sideOf(const Report &report, const Expression &side);
QString difference(Amount left, Amount right); // without a sign

} // namespace nianbao
