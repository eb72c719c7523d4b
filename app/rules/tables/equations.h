// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// Which total counts where parts of it are blank: none, or the one that the source declares. What a table
/// says of itself needs its parts; two years may be compared by what each of them states.
enum class Totals { Computed, OrDeclared };
/// The value an equation works with: computed totals of this year and of last year's report.
std::optional<Amount> operand(const Report &report, const Term &term, Totals totals = Totals::Computed);
/// Sum of one side; blank when one of its cells is blank.
std::optional<Amount> sideOf(const Report &report, const Expression &side, Totals totals = Totals::Computed);
QString difference(Amount left, Amount right); // without a sign

} // namespace nianbao
