// SPDX-License-Identifier: MulanPSL-2.0
#include "balances.h"

#include "catalogue.h"
#include "equations.h"

namespace nianbao {

QList<Balance> balances(const Report &report, const TableId &tableId)
{
    QList<Balance> result;
    const TableSpec *table = report.spec().table(tableId);
    for (const Equation &equation : report.spec().equations) {
        if (equation.table != tableId || equation.usesPrior())
            continue;
        const auto side = [&](const Expression &terms) {
            QList<Phrase> parts;
            for (const Term &term : terms) {
                const auto value = operand(report, term);
                const RowLabel row = table->rowLabels.value(term.cell.row());
                const QString word = equation.isOfRow ? table->columnLabels.value(term.cell.column())
                    : row.mark.isEmpty()              ? row.label
                                                      : row.mark;
                parts.append(Phrase::joined(
                    {word, value ? Phrase(value->toString()) : commonWords("blank")}, QStringLiteral(" ")));
            }
            return Phrase::joined(parts, QStringLiteral(" ＋ "));
        };
        const auto left = sideOf(report, equation.left);
        const auto right = sideOf(report, equation.right);
        Balance balance;
        balance.isOfRow = equation.isOfRow;
        balance.each = equation.label;
        if (left && right)
            balance.state = *left == *right ? Balance::State::Equal : Balance::State::Unequal;
        balance.words = Phrase::joined({side(equation.left), side(equation.right)},
            balance.state == Balance::State::Unequal ? QStringLiteral(" ≠ ") : QStringLiteral(" ＝ "));
        if (balance.state == Balance::State::Unequal)
            balance.difference = difference(*left, *right);
        result.append(balance);
    }
    return result;
}

} // namespace nianbao
