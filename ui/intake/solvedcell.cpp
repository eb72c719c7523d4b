// SPDX-License-Identifier: MulanPSL-2.0
#include "solvedcell.h"

namespace nianbao {

namespace {

/// What stands beside the cell in left − right = 0, divided by its own sign. nullopt: something is blank, or
/// the cell stands there not exactly once.
std::optional<SolvedCell> solved(const Report &report, const CellId &cell, const Expression &terms)
{
    int sign = 0;
    Amount rest;
    for (const Term &term : terms) {
        if (term.prior || (term.cell == cell && sign != 0))
            return std::nullopt;
        if (term.cell == cell) {
            sign = term.sign;
            continue;
        }
        const auto value = report.value(term.cell);
        if (!value)
            return std::nullopt;
        rest = term.sign > 0 ? rest + *value : rest - *value;
    }
    if (sign == 0)
        return std::nullopt;
    QString words;
    for (const Term &term : terms) {
        if (term.cell == cell)
            continue;
        const bool isAdded = (term.sign > 0) != (sign > 0);
        const Amount value = *report.value(term.cell);
        if (value.isZero())
            continue;
        words += words.isEmpty() ? (isAdded ? QString() : QStringLiteral("−"))
                                 : (isAdded ? QStringLiteral(" ＋ ") : QStringLiteral(" − "));
        words += value.toString();
    }
    return SolvedCell{sign > 0 ? Amount() - rest : rest, {words.isEmpty() ? QStringLiteral("0") : words}};
}

Expression minus(Expression left, const Expression &right)
{
    for (Term term : right) {
        term.sign = -term.sign;
        left.append(term);
    }
    return left;
}

} // namespace

std::optional<SolvedCell> solvedCell(const Report &report, const CellId &cell, const QSet<CellId> &stated)
{
    QList<Expression> all;
    const ReportSpec &form = report.spec();
    const TableSpec *table = form.table(cell.table());
    if (!table)
        return std::nullopt;
    for (const CellId &id : table->cells) {
        if (const CellSpec *spec = form.cell(id); spec->isComputed() && (id == cell || stated.contains(id)))
            all.append(minus(spec->formula, {Term{1, id, false}}));
    }
    for (const Equation &equation : form.equations) {
        if (equation.table == table->id)
            all.append(minus(equation.left, equation.right));
    }
    std::optional<SolvedCell> result;
    for (const Expression &terms : std::as_const(all)) {
        const auto one = solved(report, cell, terms);
        if (!one)
            continue;
        if (result && result->value != one->value)
            return std::nullopt;
        if (result)
            result->from += one->from;
        else
            result = one;
    }
    const CellSpec *spec = form.cell(cell);
    const bool fits = result && (spec->mayBeNegative || !result->value.isNegative())
        && result->value.fitsACell() && result->value.decimals() <= spec->decimals;
    return fits ? result : std::nullopt;
}

} // namespace nianbao
