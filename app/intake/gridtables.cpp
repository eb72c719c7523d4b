// SPDX-License-Identifier: MulanPSL-2.0
#include "gridtables.h"

#include "digits.h"
#include "rowvalues.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kHeadsIncomplete{
    "Not every column of the form has its head here.", "表头不全，表样里有的列这里没有。"};
constexpr Sentence kUnknownColumn{"The column “%1” is not in the form; its figures were left out.",
    "表样里没有“%1”这一列，其中的数字没有采用。"};
constexpr Sentence kNamelessColumn{
    "A column without a head was left out, with its figures.", "有一列没有表头，其中的数字没有采用。"};
constexpr Sentence kSimilarRow{
    "The label “%1” is only similar to the form's.", "项目名称“%1”与表样只是相近。"};
constexpr Sentence kByOrder{"The head “%1” does not tell which column it is; it was taken by its order.",
    "表头“%1”看不出是哪一列，按次序认的。"};
constexpr Sentence kNoHead{"No head stands over the figures; the columns were taken by their order.",
    "数字上面没有表头，按列的次序认的。"};
constexpr Sentence kGuessedGrid{"The table was put together from where the words stand on the page.",
    "表格是按文字在页面上的位置拼出来的。"};
constexpr Sentence kCutRow{
    "The row was put together over the end of a page.", "这一行被分页断开，是拼起来的。"};
constexpr Sentence kMergedLabel{"The label stands for several rows.", "项目名称占了几行的位置。"};
constexpr Sentence kPartlyBlank{"Other cells of the row are blank: a figure may stand under a wrong head.",
    "同一行还有空白的格子，数字可能错了列。"};

constexpr int kLookedAhead = 12; // rows of a grid that must tell whether the table before goes on in it

/// The label of a row, and what it says.
struct RowLabelFound {
    LabelMatch match{};
    QString text{};
    int end = 0; // column behind it
    Phrase doubt{};
};

/// Each row that the heads of a transposed table name has all its columns.
bool isWholeLine(const QList<Head> &heads, const TableLabels &table)
{
    const TableLabels::Block block = table.blocks.value(0);
    QSet<QString> told;
    QSet<QString> rows;
    for (const Head &head : heads) {
        told.insert(head.row + u'.' + head.column);
        rows.insert(head.row);
    }
    rows.remove(QString());
    return std::all_of(rows.begin(), rows.end(), [&](const QString &row) {
        return std::all_of(block.columns.begin(), block.columns.end(),
            [&](const QString &column) { return told.contains(row + u'.' + column); });
    });
}

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
    QString group{};
    QString lastRow{};
    bool isLineRead = false; // the one line of figures of a transposed table

    const GridSquares *squares = nullptr;
    int block = -1;
    bool isGuessed = false;
    bool isUsed = false;

    /// The last row that had no clear label: its other part may stand on the next page.
    struct Cut {
        QString label{};
        int firstReading = 0;
        QMap<int, QPair<QString, int>> figures{}; // head → text and cell
        int block = -1;
        bool isOpen = false;
        Phrase note{}; // that it was left out
    };
    Cut cut{};
    bool isFirstRow = false; // of figures in this grid

    void readGrid();
    bool hasRowsOf(const TableLabels &of, int first) const;
    bool goesOn() const;
    void readRow(int row);
    bool beginsTable(int row, const QList<Piece> &filled);
    const TableLabels *headOf(const QList<Piece> &filled) const;
    bool isDataUnderOpenHead(const QList<Piece> &filled) const;
    void beginHead(const TableLabels &of, int row, int cornerEnd);
    void closeHead();
    void readFigures(int row, const QList<Piece> &filled);
    RowLabelFound labelOf(int row, const QList<Piece> &filled);
    LabelMatch rowNamed(const QString &normal) const;
    void noteFiguresWithoutHead(int row, const RowLabelFound &label);
    void emitRow(
        int row, const RowLabelFound &label, const QList<UnderHead> &values, const QStringList &figures);
    QList<UnderHead> underNoHead(const RowLabelFound &label, int row);
    void leaveOut(const RowLabelFound &label, const QList<UnderHead> &values, const QStringList &figures);
    bool joinCut(const RowLabelFound &label, const QList<UnderHead> &values);
    void closeCut();
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
    const GridSquares squares(grid);
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

void GridTables::end() { d->closeCut(); }

void GridTables::Private::readGrid()
{
    if (table && !goesOn()) {
        closeCut();
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
            if (isHeadOpen && table == &candidate)
                headRows.append(row);
            else
                beginHead(candidate, row, piece.to);
            corner = std::max(corner, piece.to);
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
                closeCut();
                table = &candidate;
                heads.clear();
                isHeadOpen = false;
                return false;
            }
        }
    }
    return false;
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
    closeCut();
    if (table != &of || !of.isTransposed) {
        group.clear();
        if (table != &of)
            lastRow.clear();
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

LabelMatch GridTables::Private::rowNamed(const QString &normal) const
{
    const LabelMatch match = table->row(normal);
    if (!match.isFound() || !table->isWeak(normal))
        return match;
    const QString home = table->groupOf(match.id); // 其他 is this row only in its group
    if (home.isEmpty() || home == group)
        return match;
    const qsizetype at = table->rowOrder.indexOf(match.id);
    return at > 0 && table->rowOrder[at - 1] == lastRow ? match : LabelMatch{};
}

/// The label nearest to the figures; where it was cut into cells, these together.
RowLabelFound GridTables::Private::labelOf(int row, const QList<Piece> &filled)
{
    Q_UNUSED(row)
    RowLabelFound found;
    QList<Piece> candidates;
    for (const Piece &piece : filled) {
        const bool isSameGrid = headColumns == squares->grid.columns && !heads.isEmpty();
        if (squares->isFigure(piece.cell)
            || (isSameGrid && !candidates.isEmpty() && piece.from >= heads.first().from))
            break;
        candidates.append(piece);
        const QString named = table->group(squares->normal(piece.cell));
        if (!named.isEmpty())
            group = named;
    }
    if (candidates.isEmpty())
        return found;
    const Piece &last = candidates.last();
    found.end = last.to;
    found.text = squares->text(last.cell).simplified();
    QString joined;
    for (qsizetype i = candidates.size() - 1; i >= 0 && !found.match.isExact() && candidates.size() - i <= 3;
         --i) {
        joined = squares->text(candidates[i].cell) + joined;
        const LabelMatch match = rowNamed(normalLabel(joined));
        if (match.isFound() && (match.isExact() || !found.match.isFound())) {
            found.match = match;
            found.text = joined.simplified();
        }
    }
    const bool isAlsoGroup = !table->group(squares->normal(last.cell)).isEmpty();
    if (isAlsoGroup && (!last.beginsHere || squares->grid.cells[last.cell].rowSpan > 1)) {
        found.match = {}; // the label of the group only: that of the row is missing
        found.text.clear();
    } else if (found.match.isFound() && squares->grid.cells[last.cell].rowSpan > 1) {
        found.doubt = Phrase(kMergedLabel);
    }
    if (found.match.kind == LabelMatch::Kind::Similar)
        found.doubt = Phrase(kSimilarRow, found.text);
    return found;
}

/// As many figures as the form has columns, and no head at all.
QList<UnderHead> GridTables::Private::underNoHead(const RowLabelFound &label, int row)
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
    const RowLabelFound label = labelOf(row, filled);
    QStringList figures;
    for (const Piece &piece : filled) {
        if (squares->isFigure(piece.cell))
            figures.append(squares->text(piece.cell).simplified());
    }
    const bool isLine = table->isTransposed && !heads.isEmpty()
        && std::any_of(heads.begin(), heads.end(), [](const Head &head) { return !head.row.isEmpty(); });
    if (isLine && figures.isEmpty() && (isLineRead || !filled.isEmpty()))
        return;
    const bool isSameGrid = headColumns == squares->grid.columns;
    const QList<Head> before = heads;
    QList<UnderHead> values;
    if (!heads.isEmpty())
        values = valuesUnder(*squares, row, heads, label.end, isSameGrid);
    else if (label.match.isFound())
        values = underNoHead(label, row);
    if (isFirstRow && joinCut(label, values)) {
        isFirstRow = false;
        return;
    }
    isFirstRow = false;
    closeCut();
    if (isLine || label.match.isFound())
        emitRow(row, label, values, figures);
    else
        leaveOut(label, values, figures);
    isLineRead = isLineRead || isLine;
    if (before.isEmpty())
        heads.clear();
    if (label.match.isFound())
        lastRow = label.match.id;
}

/// Between the label and the first head: a head was lost.
void GridTables::Private::noteFiguresWithoutHead(int row, const RowLabelFound &label)
{
    if (heads.isEmpty() || headColumns != squares->grid.columns)
        return;
    for (const Piece &piece : squares->pieces(row)) {
        if (piece.from >= label.end && piece.to <= heads.first().from && squares->isFigure(piece.cell))
            out.note(Phrase(kNamelessColumn));
    }
}

void GridTables::Private::emitRow(
    int row, const RowLabelFound &label, const QList<UnderHead> &values, const QStringList &figures)
{
    isUsed = true;
    QStringList normals;
    QStringList known;
    QList<int> named;
    for (int i = 0; i < heads.size(); ++i) {
        if (heads[i].text.isEmpty())
            continue;
        named.append(i);
        normals.append(heads[i].normal);
        known.append(heads[i].column);
    }
    const bool isLine
        = std::any_of(heads.begin(), heads.end(), [](const Head &h) { return !h.row.isEmpty(); });
    const HeadChoice choice = isLine
        ? HeadChoice{known, QList<bool>(known.size(), false), isWholeLine(heads, *table)}
        : headsFor(*table, label.match.id, normals, known);
    const bool areAllUnknown = std::all_of(
        choice.columns.begin(), choice.columns.end(), [](const QString &column) { return column.isEmpty(); });
    if (areAllUnknown && !figures.isEmpty()) {
        leaveOut(label, values, figures);
        return;
    }
    noteFiguresWithoutHead(row, label);
    qsizetype blanks = 0;
    for (const UnderHead &value : values)
        blanks += value.cell < 0 || squares->isEmpty(value.cell) ? 1 : 0;
    const bool isPartlyBlank = !table->hasTotals && blanks > 0 && blanks < values.size() && named.size() > 1;
    cut = {label.match.isExact() || isLine ? QString() : label.text, int(out.cells.size()), {}, block,
        !label.match.isExact() && !isLine};
    for (const UnderHead &value : values) {
        const Head &head = heads[value.head];
        const qsizetype at = named.indexOf(value.head);
        const QString column = at < 0 ? QString() : choice.columns[at];
        const QString rowId = head.row.isEmpty() ? label.match.id : head.row;
        const bool isFilled = value.cell >= 0 && !squares->isEmpty(value.cell);
        if (column.isEmpty() || rowId.isEmpty()) {
            if (isFilled)
                out.note(head.text.isEmpty() ? Phrase(kNamelessColumn)
                                             : Phrase(kUnknownColumn, head.text.simplified()));
            continue;
        }
        CellText reading{CellId(table->table, rowId, column),
            value.cell < 0 ? QString() : squares->text(value.cell), head.unit, value.doubt, value.isShared,
            {}, false, {block, value.cell}};
        if (reading.doubt.isEmpty())
            reading.doubt = !head.doubt.isEmpty()              ? head.doubt
                : choice.byOrder[at]                           ? Phrase(kByOrder, head.text.simplified())
                : !label.doubt.isEmpty() && head.row.isEmpty() ? label.doubt
                : isGuessed                                    ? Phrase(kGuessedGrid)
                : !choice.isComplete                           ? Phrase(kHeadsIncomplete)
                : isPartlyBlank                                ? Phrase(kPartlyBlank)
                                                               : Phrase();
        out.cells.append(reading);
        if (isFilled)
            cut.figures.insert(value.head, {reading.text, value.cell});
    }
}

void GridTables::Private::leaveOut(
    const RowLabelFound &label, const QList<UnderHead> &values, const QStringList &figures)
{
    if (figures.isEmpty() && label.text.isEmpty())
        return;
    cut = {label.text, int(out.cells.size()), {}, block, true};
    for (const UnderHead &value : values) {
        if (value.cell >= 0 && !squares->isEmpty(value.cell))
            cut.figures.insert(value.head, {squares->text(value.cell), value.cell});
    }
    if (figures.isEmpty())
        return;
    isUsed = true;
    cut.note = out.leaveOut(label.text, figures);
}

/// The row above ended with the page: its label and figures stand partly there, partly here.
bool GridTables::Private::joinCut(const RowLabelFound &label, const QList<UnderHead> &values)
{
    if (!cut.isOpen || cut.block == block || label.match.isExact() || cut.label.isEmpty())
        return false;
    const LabelMatch match = rowNamed(normalLabel(cut.label + label.text));
    if (!match.isExact())
        return false;
    out.cells.resize(std::min<qsizetype>(out.cells.size(), cut.firstReading));
    const Cut above = cut;
    out.notes.removeOne(above.note);
    cut = {};
    lastRow = match.id;
    isUsed = true;
    for (const UnderHead &value : values) {
        const Head &head = heads[value.head];
        if (head.column.isEmpty())
            continue;
        const bool isHere = value.cell >= 0 && !squares->isEmpty(value.cell);
        const auto there = above.figures.value(value.head, {QString(), -1});
        CellText reading{CellId(table->table, match.id, head.column),
            isHere ? squares->text(value.cell) : there.first, head.unit, Phrase(kCutRow),
            isHere && there.second >= 0, {}, false, {}};
        reading.spot = isHere || there.second < 0 ? SourceSpot{block, value.cell}
                                                  : SourceSpot{above.block, there.second};
        out.cells.append(reading);
    }
    return true;
}

void GridTables::Private::closeCut() { cut = {}; }

} // namespace nianbao
