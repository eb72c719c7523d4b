// SPDX-License-Identifier: MulanPSL-2.0
#include "balances.h"

#include "catalogue.h"
#include "equations.h"

namespace nianbao {

namespace {
/// 一, 三(七); of an equation of a row: the column's label.
QString nameOf(const TableSpec &table, const Equation &equation, const Term &term)
{
    const RowLabel row = table.rowLabels.value(term.cell.row());
    return equation.isOfRow  ? table.columnLabels.value(term.cell.column())
        : row.mark.isEmpty() ? row.label
                             : row.mark;
}
} // namespace

QString equationWords(const ReportSpec &spec, const Equation &equation)
{
    const auto side = [&](const Expression &terms) {
        QString words;
        for (const Term &term : terms) {
            if (!words.isEmpty() || term.sign < 0)
                words += term.sign < 0 ? QStringLiteral(" － ") : QStringLiteral(" ＋ ");
            words += nameOf(*spec.table(equation.table), equation, term);
        }
        return words;
    };
    return side(equation.left) + QStringLiteral(" ＝ ") + side(equation.right);
}

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
                parts.append(Phrase::joined({nameOf(*table, equation, term),
                                                value ? Phrase(value->toString()) : commonWords("blank")},
                    QStringLiteral(" ")));
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
