// SPDX-License-Identifier: MulanPSL-2.0
#include "proposals.h"

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
        std::optional<Amount> sum = Amount();
        for (const Term &term : equation.right) {
            const bool known = !term.prior || prior->spec().cell(term.cell);
            const auto value = !known ? std::nullopt
                : term.prior          ? prior->computed(term.cell)
                                      : std::optional(report.computed(term.cell).value_or(Amount()));
            if (!sum || !value)
                sum.reset();
            else
                sum = term.sign > 0 ? *sum + *value : *sum - *value;
        }
        if (sum && !sum->isNegative())
            result.insert(cell, *sum);
    }
    return result;
}

} // namespace nianbao
