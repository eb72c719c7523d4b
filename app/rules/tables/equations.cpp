// SPDX-License-Identifier: MulanPSL-2.0
#include "equations.h"

namespace nianbao {

std::optional<Amount> operand(const Report &report, const Term &term)
{
    if (!term.prior)
        return report.computed(term.cell);
    const auto &prior = report.prior();
    // a cell that last year's form did not have cannot be compared
    return prior && prior->spec().cell(term.cell) ? prior->computed(term.cell) : std::nullopt;
}

std::optional<Amount> sideOf(const Report &report, const Expression &side)
{
    Amount sum;
    for (const Term &term : side) {
        const auto value = operand(report, term);
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
