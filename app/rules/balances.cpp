// SPDX-License-Identifier: MulanPSL-2.0
#include "balances.h"

#include "equations.h"
#include "textcheck.h"

namespace nianbao {

QList<Balance> balances(const Report &report, const TableId &tableId)
{
    QList<Balance> result;
    const TableSpec *table = report.spec().table(tableId);
    for (const Equation &equation : report.spec().equations) {
        if (equation.table != tableId || equation.usesPrior())
            continue;
        const auto side = [&](const Expression &terms) {
            QStringList parts;
            for (const Term &term : terms) {
                const auto value = operand(report, term);
                const RowLabel row = table->rowLabels.value(term.cell.row());
                parts.append(QStringLiteral("%1 %2").arg(row.mark.isEmpty() ? row.label : row.mark,
                    value ? value->toString() : FindingWords::tr("(blank)")));
            }
            return parts.join(QStringLiteral(" ＋ "));
        };
        const auto left = sideOf(report, equation.left);
        const auto right = sideOf(report, equation.right);
        Balance balance;
        balance.each = equation.label;
        if (left && right)
            balance.state = *left == *right ? Balance::State::Equal : Balance::State::Unequal;
        balance.words = side(equation.left)
            + (balance.state == Balance::State::Unequal ? QStringLiteral(" ≠ ") : QStringLiteral(" ＝ "))
            + side(equation.right);
        if (balance.state == Balance::State::Unequal)
            balance.difference = difference(*left, *right);
        result.append(balance);
    }
    return result;
}

} // namespace nianbao
