// SPDX-License-Identifier: MulanPSL-2.0
#include "balances.h"

#include "catalogue.h"
#include "equations.h"

namespace nianbao {

namespace {
/// 一, 三(七); of an equation of a row: the column's label.
QString markOf(const TableSpec &table, const Equation &equation, const Term &term)
{
    const RowLabel row = table.rowLabels.value(term.cell.row());
    return equation.isOfRow  ? table.columnLabels.value(term.cell.column())
        : row.mark.isEmpty() ? row.label
                             : row.mark;
}

/// 新收, 办结: beside a figure, where 一 would be read as a minus.
QString wordOf(const TableSpec &table, const Equation &equation, const Term &term)
{
    const QString word = table.rowLabels.value(term.cell.row()).word;
    return equation.isOfRow || word.isEmpty() ? markOf(table, equation, term) : word;
}

const QString &signOf(const Term &term)
{
    static const QString plus = QStringLiteral(" ＋ ");
    static const QString minus = QStringLiteral(" － ");
    return term.sign < 0 ? minus : plus;
}
} // namespace

QString equationWords(const ReportSpec &spec, const Equation &equation)
{
    const auto side = [&](const Expression &terms) {
        QString words;
        for (const Term &term : terms) {
            if (!words.isEmpty() || term.sign < 0)
                words += signOf(term);
            words += markOf(*spec.table(equation.table), equation, term);
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
            Phrase words;
            for (const Term &term : terms) {
                if (!words.isEmpty() || term.sign < 0)
                    words += signOf(term);
                const auto value = operand(report, term);
                words += wordOf(*table, equation, term) + u' ';
                words += value ? Phrase(value->toString()) : commonWords("blank");
            }
            return words;
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
