// SPDX-License-Identifier: MulanPSL-2.0
#include "gridtables.h"

#include "cutrow.h"
#include "runningnumbers.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kNoHead{"No head stands over the figures; the columns were taken by their order.",
    "数字上面没有表头，按列的次序认的。"};
constexpr int kLookedAhead = 12; // rows of a grid that must tell whether the table before goes on in it

} // namespace

struct GridTables::Private {
    const FormLabels &labels;
    Readings &out;

    const TableLabels *table = nullptr; // that is being read
    QList<int> headRows{}; // open: in the present grid
    bool isHeadOpen = false;
    int corner = 0; // column behind the corner of an open head
    QList<Head> heads{};
    int headColumns = -1; // of the grid in which they stand
    RowContext context{};
    bool isLineRead = false; // the one line of figures of a transposed table

    const GridSquares *squares = nullptr;
    int block = -1;
    bool isGuessed = false;
    bool isUsed = false;

    CutRow cut{};
    bool isFirstRow = false; // of figures in this grid

    void readGrid();
    bool hasRowsOf(const TableLabels &of, int first) const;
    bool goesOn() const;
    void readRow(int row);
    bool beginsTable(int row, const QList<Piece> &filled);
    const TableLabels *headOf(const QList<Piece> &filled) const;
    int endOfCorner(const TableLabels &of, const QList<Piece> &filled, const Piece &first) const;
    bool isDataUnderOpenHead(const QList<Piece> &filled) const;
    void beginHead(const TableLabels &of, int row, int cornerEnd);
    void closeHead();
    void readFigures(int row, const QList<Piece> &filled);
    bool areHeadsOfGrid() const { return headColumns == squares->grid.columns; }
    QList<UnderHead> underNoHead(const GridRowLabel &label, int row);
    void read(const FigureRow &row);
    void leaveOut(const FigureRow &row);
    bool hasFigure(const QList<Piece> &filled) const
    {
        return std::any_of(
            filled.begin(), filled.end(), [&](const Piece &p) { return squares->isFigure(p.cell); });
    }
};

GridTables::GridTables(const FormLabels &labels, Readings &readings) : d(new Private{labels, readings}) { }

GridTables::~GridTables() = default;

void GridTables::read(const ForeignGrid &grid, int block)
{
    const std::optional<ForeignGrid> counted = withoutRunningNumbers(grid);
    const GridSquares squares(counted ? *counted : grid);
    d->squares = &squares;
    d->block = block;
    d->isGuessed = grid.origin == ForeignGrid::Origin::Guessed;
    d->isUsed = false;
    d->isFirstRow = true;
    d->readGrid();
    if (d->isUsed)
        d->out.usedBlocks.insert(block);
    d->squares = nullptr;
}

void GridTables::end() { d->cut.forget(); }

void GridTables::Private::readGrid()
{
    if (table && !goesOn()) {
        cut.forget();
        table = nullptr;
        heads.clear();
    }
    for (int row = 0; row < squares->grid.rows; ++row)
        readRow(row);
    if (isHeadOpen)
        closeHead();
}

/// Whether from this row on most rows with figures are the table's: a list of channels, too, may name a row.
bool GridTables::Private::hasRowsOf(const TableLabels &of, int first) const
{
    int filled = 0;
    int known = 0;
    for (int row = first; row < std::min(first + kLookedAhead, squares->grid.rows); ++row) {
        const QList<Piece> pieces = squares->pieces(row);
        if (!hasFigure(pieces))
            continue;
        ++filled;
        const bool isKnown = std::any_of(pieces.begin(), pieces.end(),
            [&](const Piece &piece) { return of.exactRow(squares->normal(piece.cell)).isFound(); });
        known += isKnown ? 1 : 0;
    }
    return known > 0 && 3 * known >= 2 * filled;
}

/// Whether the table before goes on here: cut by a page, or rows of its own without a head.
bool GridTables::Private::goesOn() const
{
    if (squares->grid.continuesLast)
        return true;
    for (int row = 0; row < std::min(kLookedAhead, squares->grid.rows); ++row) {
        QList<Piece> filled = squares->pieces(row);
        filled.removeIf([&](const Piece &piece) { return squares->isEmpty(piece.cell); });
        if (headOf(filled))
            return isLineRead ? false : table == headOf(filled);
    }
    if (!isLineRead && hasRowsOf(*table, 0))
        return true;
    const bool isFragment = squares->grid.rows == 1 && squares->grid.columns == headColumns;
    return isFragment && !isLineRead;
}

void GridTables::Private::readRow(int row)
{
    QList<Piece> filled = squares->pieces(row);
    filled.removeIf([&](const Piece &piece) { return squares->isEmpty(piece.cell); });
    if (beginsTable(row, filled))
        return;
    if (!table)
        return;
    if (isHeadOpen && !table->isTransposed && !isDataUnderOpenHead(filled)) {
        if (!filled.isEmpty())
            headRows.append(row); // 企业 under 商业
        return;
    }
    if (isHeadOpen)
        closeHead();
    if (filled.isEmpty()
        && (!table->isTransposed || isLineRead || heads.isEmpty() || heads.first().row.isEmpty()))
        return;
    readFigures(row, filled);
}

/// A banner, a corner or words of a head; they open a head or go on with one.
bool GridTables::Private::beginsTable(int row, const QList<Piece> &filled)
{
    for (const Piece &piece : filled) {
        for (const TableLabels &candidate : labels.tables) {
            if (candidate.isBanner(squares->text(piece.cell))) {
                beginHead(candidate, -1, 0);
                return true;
            }
            if (!candidate.isCorner(squares->normal(piece.cell)) || hasFigure(filled))
                continue;
            const int cornerEnd = endOfCorner(candidate, filled, piece);
            if (isHeadOpen && table == &candidate)
                headRows.append(row);
            else
                beginHead(candidate, row, cornerEnd);
            corner = std::max(corner, cornerEnd);
            return true;
        }
    }
    const TableLabels *of = hasFigure(filled) ? nullptr : headOf(filled);
    if (of) {
        if (isHeadOpen && table == of)
            headRows.append(row);
        else
            beginHead(*of, row, 0);
        return true;
    }
    // a row of a table that has lost its head
    const bool isOpenRow = filled.size() > 1 || (!filled.isEmpty() && squares->pieces(row).size() > 1);
    for (const Piece &piece : filled) {
        const QString &normal = squares->normal(piece.cell);
        if (!isOpenRow || squares->isFigure(piece.cell) || (table && table->knows(normal)))
            break;
        for (const TableLabels &candidate : labels.tables) {
            if (&candidate != table && candidate.exactRow(normal).isFound() && !candidate.isWeak(normal)
                && !candidate.isTransposed && hasRowsOf(candidate, row)) {
                cut.forget();
                table = &candidate;
                heads.clear();
                isHeadOpen = false;
                return false;
            }
        }
    }
    return false;
}

/// A merged corner that was filled into each of its squares is one.
int GridTables::Private::endOfCorner(
    const TableLabels &of, const QList<Piece> &filled, const Piece &first) const
{
    int end = first.to;
    for (const Piece &piece : filled) {
        if (piece.from == end && of.isCorner(squares->normal(piece.cell)))
            end = piece.to;
    }
    return end;
}

/// The table whose head this row is of; nullptr: of none.
const TableLabels *GridTables::Private::headOf(const QList<Piece> &filled) const
{
    for (const TableLabels &candidate : labels.tables) {
        int strong = 0;
        int rows = 0;
        for (const Piece &piece : filled) {
            const QString &normal = squares->normal(piece.cell);
            const bool isColumn = candidate.exactColumn(normal).isFound() && !candidate.isWeak(normal);
            const bool isOver = candidate.isHeadWord(normal);
            const bool isRow = candidate.isTransposed
                && (candidate.exactRow(normal).isFound() || !candidate.group(normal).isEmpty());
            strong += isColumn || isOver ? 1 : 0;
            rows += isRow ? 1 : 0;
        }
        // 行政复议 at the left of a row of blanks, under heads that name no rows: no head
        const bool isRowOfBlanks = strong == 0 && rows > 0 && table == &candidate && !headRows.isEmpty()
            && filled.size() <= 2 && filled.last().to <= firstHeadColumn(*squares, candidate, headRows);
        if (strong > 0 || (rows > 0 && !isRowOfBlanks))
            return &candidate;
    }
    return nullptr;
}

bool GridTables::Private::isDataUnderOpenHead(const QList<Piece> &filled) const
{
    if (filled.isEmpty())
        return false;
    if (hasFigure(filled))
        return true;
    const int from = std::max(corner, headRows.isEmpty() ? 0 : firstHeadColumn(*squares, *table, headRows));
    for (const Piece &piece : filled) {
        const QString &normal = squares->normal(piece.cell);
        const bool isInLabels = piece.from < std::max(1, from);
        if (isInLabels && (table->row(normal).isFound() || !table->group(normal).isEmpty()))
            return true;
    }
    return false;
}

void GridTables::Private::beginHead(const TableLabels &of, int row, int cornerEnd)
{
    if (isHeadOpen && table)
        closeHead();
    cut.forget();
    if (table != &of || !of.isTransposed) {
        context.group.clear();
        if (table != &of)
            context.lastRow.clear();
    }
    table = &of;
    heads.clear();
    headRows.clear();
    if (row >= 0)
        headRows.append(row);
    corner = cornerEnd;
    isHeadOpen = row >= 0;
    isLineRead = false;
    isUsed = true;
}

void GridTables::Private::closeHead()
{
    isHeadOpen = false;
    const int first = firstHeadColumn(*squares, *table, headRows);
    const int from = corner > 0 ? corner : first;
    heads = headsOf(*squares, *table, headRows, std::min(from, squares->grid.columns));
    headColumns = squares->grid.columns;
    headRows.clear();
}

/// As many figures as the form has columns, and no head at all.
QList<UnderHead> GridTables::Private::underNoHead(const GridRowLabel &label, int row)
{
    QList<Piece> pieces = squares->pieces(row);
    pieces.removeIf([&](const Piece &piece) { return piece.from < label.end; });
    heads.clear();
    for (const Piece &piece : std::as_const(pieces)) {
        Head head{piece.from, piece.to, QStringLiteral("?"), {}, {}, {}, {}, Phrase(kNoHead)};
        heads.append(head);
    }
    QStringList nothing(heads.size());
    const HeadChoice choice = headsFor(*table, label.match.id, nothing, nothing);
    QList<UnderHead> values;
    for (int i = 0; i < heads.size(); ++i) {
        heads[i].column = choice.columns[i];
        values.append({i, pieces[i].cell, false, {}});
    }
    return values;
}

void GridTables::Private::readFigures(int row, const QList<Piece> &filled)
{
    const int headsFrom = areHeadsOfGrid() && !heads.isEmpty() ? heads.first().from : -1;
    FigureRow found{*table, *squares, heads, areHeadsOfGrid(), isGuessed, block, row,
        labelOfGridRow(*squares, *table, filled, headsFrom, context)};
    const bool isLine = table->isTransposed && found.isOfTransposed();
    if (isLine && (isLineRead || !filled.isEmpty()) && !hasFigure(filled))
        return;
    const bool hasHeads = !heads.isEmpty();
    if (hasHeads)
        found.values = valuesUnder(*squares, row, heads, found.label.end, found.areHeadsOfGrid);
    else if (found.label.match.isFound())
        found.values = underNoHead(found.label, row);
    const QString joined = isFirstRow ? cut.joined(found, context, out) : QString();
    isFirstRow = false;
    if (!joined.isEmpty()) {
        context.lastRow = joined;
        isUsed = true;
        return;
    }
    cut.forget();
    if (isLine || found.label.match.isFound())
        read(found);
    else
        leaveOut(found);
    isLineRead = isLineRead || isLine;
    if (!hasHeads)
        heads.clear();
    if (found.label.match.isFound())
        context.lastRow = found.label.match.id;
}

void GridTables::Private::read(const FigureRow &row)
{
    isUsed = true;
    const qsizetype first = out.cells.size();
    const auto taken = readFigureRow(row, out);
    if (taken)
        cut.remember(row, first, !row.label.match.isExact() && !row.isOfTransposed(), *taken);
    else
        leaveOut(row);
}

void GridTables::Private::leaveOut(const FigureRow &row)
{
    const QStringList figures = row.figures();
    if (figures.isEmpty() && row.label.text.isEmpty())
        return;
    cut.remember(row, out.cells.size(), true, row.values);
    if (figures.isEmpty())
        return;
    isUsed = true;
    cut.wasLeftOut(out.leaveOut(row.label.text, figures));
}

} // namespace nianbao
