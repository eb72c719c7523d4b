// SPDX-License-Identifier: MulanPSL-2.0
#include "arithmeticdoubts.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kSum{"The sums of the table do not fit here: %1.", "这里与表内合计对不上：%1。"};

/// A sum or balance that does not fit, with the cells it is made of.
struct Misfit {
    QList<CellId> cells{};
    bool isOfRow = false; // all in one row; else in one column
    Phrase words{};
};

class Sums {
public:
    Sums(const ReportSpec &form, const QMap<CellId, ProposedCell> &cells) : m_form(form), m_cells(cells) { }
    QList<Misfit> misfits() const;

private:
    struct Side {
        Amount sum{};
        bool isKnown = true; // nothing unread, nothing absent
        bool isAnyFilled = false;
    };
    Side sideOf(const Expression &terms) const;
    void compare(const Expression &left, const Expression &right, bool isOfRow, const QString &label,
        QList<Misfit> &misfits) const;
    void compareColumn(const CellId &total, QList<Misfit> &misfits) const;

    const ReportSpec &m_form;
    const QMap<CellId, ProposedCell> &m_cells;
};

/// Blank counts as nothing, also a blank total: its row has to be nothing, too.
Sums::Side Sums::sideOf(const Expression &terms) const
{
    Side side;
    for (const Term &term : terms) {
        const auto cell = m_cells.constFind(term.cell);
        if (cell == m_cells.constEnd() || cell->state == Recognition::Absent
            || cell->state == Recognition::Unreadable) {
            side.isKnown = false;
            continue;
        }
        if (!cell->value)
            continue;
        side.isAnyFilled = true;
        side.sum = term.sign > 0 ? side.sum + *cell->value : side.sum - *cell->value;
    }
    return side;
}

void Sums::compare(const Expression &left, const Expression &right, bool isOfRow, const QString &label,
    QList<Misfit> &misfits) const
{
    const Side leftSide = sideOf(left);
    const Side rightSide = sideOf(right);
    const bool isDue
        = leftSide.isKnown && rightSide.isKnown && (leftSide.isAnyFilled || rightSide.isAnyFilled);
    if (!isDue || leftSide.sum == rightSide.sum)
        return;
    Misfit misfit;
    for (const Expression &terms : {left, right}) {
        for (const Term &term : terms)
            misfit.cells.append(term.cell);
    }
    misfit.isOfRow = isOfRow;
    misfit.words
        = Phrase(label + u' ' + leftSide.sum.toString() + QStringLiteral(" ≠ ") + rightSide.sum.toString());
    misfits.append(misfit);
}

/// A total of totals is one sum by its formula; the other is that of its row's other cells, a column along.
void Sums::compareColumn(const CellId &total, QList<Misfit> &misfits) const
{
    for (const Term &summand : m_form.cell(total)->formula) {
        const CellSpec *sibling = m_form.cell(summand.cell);
        if (!sibling || !sibling->isComputed())
            continue;
        Expression along;
        for (const Term &term : sibling->formula) {
            const CellId cell(total.table(), term.cell.row(), total.column());
            if (term.cell.column() != summand.cell.column() || !m_form.cell(cell))
                return;
            along.append({term.sign, cell, term.prior});
        }
        compare({{1, total, false}}, along, false, m_form.cell(total)->label, misfits);
        return;
    }
}

QList<Misfit> Sums::misfits() const
{
    QList<Misfit> misfits;
    for (const TableSpec &table : m_form.tables) {
        for (const CellId &cell : table.cells) {
            const CellSpec *spec = m_form.cell(cell);
            if (!spec->isComputed())
                continue;
            const bool isOfRow = std::all_of(spec->formula.begin(), spec->formula.end(),
                [&](const Term &term) { return term.cell.row() == cell.row(); });
            compare({{1, cell, false}}, spec->formula, isOfRow, spec->label, misfits);
            if (isOfRow)
                compareColumn(cell, misfits);
        }
    }
    for (const Equation &equation : m_form.equations) {
        if (!equation.usesPrior())
            compare(equation.left, equation.right, equation.isOfRow, equation.label, misfits);
    }
    return misfits;
}

/// The cells of these that are also in one of the others; all of them when none is.
QList<CellId> meeting(const Misfit &misfit, const QList<Misfit> &all)
{
    QList<CellId> common;
    for (const CellId &cell : misfit.cells) {
        const bool isCrossed = std::any_of(all.begin(), all.end(), [&](const Misfit &other) {
            return other.isOfRow != misfit.isOfRow && other.cells.contains(cell);
        });
        if (isCrossed)
            common.append(cell);
    }
    return common.isEmpty() ? misfit.cells : common;
}

/// All of a table that is one line of figures: there a shift goes through.
QList<CellId> suspects(const ReportSpec &form, const Misfit &misfit, const QList<Misfit> &all)
{
    const TableSpec *table = form.table(misfit.cells.value(0).table());
    const bool isOneLine = table
        && std::none_of(table->grid.begin(), table->grid.end(),
            [](const GridCell &cell) { return cell.kind == GridCell::Kind::RowHead; });
    return isOneLine ? table->cells : meeting(misfit, all);
}

} // namespace

void doubtSumsThatDoNotFit(const ReportSpec &form, QMap<CellId, ProposedCell> &cells)
{
    const QList<Misfit> misfits = Sums(form, cells).misfits();
    for (const Misfit &misfit : misfits) {
        for (const CellId &id : suspects(form, misfit, misfits)) {
            ProposedCell &cell = cells[id];
            if (cell.state != Recognition::Sure)
                continue;
            cell.state = Recognition::Guessed;
            cell.why = Phrase(kSum, misfit.words);
        }
    }
}

} // namespace nianbao
