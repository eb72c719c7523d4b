// SPDX-License-Identifier: MulanPSL-2.0
#include "equations.h"

namespace nianbao {

static std::optional<Amount> figureOf(const Report &report, const CellId &cell, Totals totals)
{
    const auto computed = report.computed(cell);
    if (computed || totals == Totals::Computed)
        return computed;
    const auto declared = report.declared(cell);
    return declared ? declared->value : std::nullopt;
}

std::optional<Amount> operand(const Report &report, const Term &term, Totals totals)
{
    if (!term.prior)
        return figureOf(report, term.cell, totals);
    const auto &prior = report.prior();
    // a cell that last year's form did not have cannot be compared
    return prior && prior->spec().cell(term.cell) ? figureOf(*prior, term.cell, totals) : std::nullopt;
}

std::optional<Amount> sideOf(const Report &report, const Expression &side, Totals totals)
{
    Amount sum;
    for (const Term &term : side) {
        const auto value = operand(report, term, totals);
        if (!value)
            return std::nullopt;
        sum = term.sign > 0 ? sum + *value : sum - *value;
    }
    return sum;
}

QString difference(Amount left, Amount right)
{
    return (left > right ? left - right : right - left).toString();
}

} // namespace nianbao
