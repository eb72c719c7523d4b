// SPDX-License-Identifier: MulanPSL-2.0
#include "proposals.h"

#include <algorithm>

namespace nianbao {

QHash<CellId, Amount> proposals(const Report &report)
{
    QHash<CellId, Amount> result;
    const auto &prior = report.prior();
    if (!prior)
        return result;
    for (const Equation &equation : report.spec().equations) {
        if (!equation.usesPrior() || equation.left.size() != 1)
            continue;
        const CellId cell = equation.left.first().cell;
        if (report.computed(cell) || report.spec().cell(cell)->isComputed())
            continue;
        Amount sum;
        const bool isKnown = std::all_of(equation.right.begin(), equation.right.end(), [&](const Term &term) {
            const bool stood = !term.prior || prior->spec().cell(term.cell);
            const auto value = !stood ? std::nullopt
                : term.prior          ? prior->computed(term.cell)
                                      : std::optional(report.computed(term.cell).value_or(Amount()));
            const Amount amount = value.value_or(Amount());
            sum = term.sign > 0 ? sum + amount : sum - amount;
            return value.has_value();
        });
        if (isKnown && !sum.isNegative())
            result.insert(cell, sum);
    }
    return result;
}

} // namespace nianbao
