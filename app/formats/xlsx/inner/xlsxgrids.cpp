// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxgrids.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kRows = GridBuilder::kMostRows;
constexpr int kColumns = GridBuilder::kMostColumns;

QString textOf(const XlsxSheet &sheet, XlsxSheet::Key key)
{
    const auto cell = sheet.cells.constFind(key);
    const QString text = cell == sheet.cells.cend() ? QString() : cell->text;
    const auto note = sheet.notes.constFind(key);
    return note == sheet.notes.cend() ? text : text + u'（' + *note + u'）';
}

/// All squares that hold something: a text, a frame, a comment.
QList<XlsxSheet::Key> heldSquares(const XlsxSheet &sheet)
{
    QList<XlsxSheet::Key> held = sheet.cells.keys() + sheet.notes.keys();
    std::sort(held.begin(), held.end());
    held.erase(std::unique(held.begin(), held.end()), held.end());
    return held;
}

} // namespace

void XlsxGrids::takeMerges(const XlsxSheet &sheet)
{
    m_merges.clear();
    for (const XlsxRange &range : sheet.merges) {
        const auto key = XlsxSheet::keyOf(range.first.row, range.first.column);
        const bool isOne = range.first.row == range.last.row && range.first.column == range.last.column;
        if (!isOne && !m_merges.contains(key) && (sheet.cells.contains(key) || sheet.notes.contains(key)))
            m_merges.insert(key,
                {range.first,
                    {std::min(range.last.row, kRows - 1), std::min(range.last.column, kColumns - 1)}});
    }
}

/// The sheet, or what is printed and what stands left and right of it.
QList<XlsxGrids::Piece> XlsxGrids::strips(const XlsxSheet &sheet) const
{
    const Piece all{0, kRows - 1, 0, kColumns - 1};
    if (!sheet.printed)
        return {all};
    QList<bool> isHeld(kColumns, false);
    for (const auto key : heldSquares(sheet))
        isHeld[XlsxSheet::columnOf(key)] = true;
    for (const XlsxRange &range : m_merges)
        std::fill(isHeld.begin() + range.first.column, isHeld.begin() + range.last.column + 1, true);
    QList<Piece> found;
    int first = 0;
    const auto cutAt = [&](int column) { // the empty one belongs to neither
        if (column < first || column >= kColumns || isHeld.at(column))
            return;
        found.append({0, kRows - 1, first, column - 1});
        first = column + 1;
    };
    cutAt(sheet.printed->first.column - 1);
    const bool hasLeft = !found.isEmpty();
    cutAt(sheet.printed->last.column + 1);
    found.append({0, kRows - 1, first, kColumns - 1});
    if (hasLeft) // what is printed comes first
        std::rotate(found.begin(), found.begin() + 1, found.begin() + std::min<qsizetype>(2, found.size()));
    return found;
}

/// Runs of rows of which each holds something, as wide as they do.
QList<XlsxGrids::Piece> XlsxGrids::pieces(const XlsxSheet &sheet, const Piece &strip) const
{
    QList<Piece> found;
    const auto take = [&](int row, int lastRow, int column, int lastColumn) {
        if (column < strip.firstColumn || column > strip.lastColumn)
            return;
        lastColumn = std::min(lastColumn, strip.lastColumn);
        if (found.isEmpty() || row > found.last().lastRow + 1)
            found.append({row, lastRow, column, lastColumn});
        Piece &last = found.last();
        last.lastRow = std::max(last.lastRow, lastRow);
        last.firstColumn = std::min(last.firstColumn, column);
        last.lastColumn = std::max(last.lastColumn, lastColumn);
    };
    for (const auto key : heldSquares(sheet)) {
        const int row = XlsxSheet::rowOf(key), column = XlsxSheet::columnOf(key);
        const auto merge = m_merges.constFind(key);
        if (merge == m_merges.cend())
            take(row, row, column, column);
        else
            take(row, merge->last.row, column, merge->last.column);
    }
    return found;
}

bool XlsxGrids::isOneColumnOfLines(const XlsxSheet &sheet, const Piece &piece) const
{
    int row = piece.firstRow - 1;
    for (auto cell = sheet.cells.lowerBound(XlsxSheet::keyOf(piece.firstRow, 0));
         cell != sheet.cells.cend() && XlsxSheet::rowOf(cell.key()) <= piece.lastRow; ++cell) {
        const int column = XlsxSheet::columnOf(cell.key());
        if (column < piece.firstColumn || column > piece.lastColumn)
            continue;
        if (cell->isFramed || XlsxSheet::rowOf(cell.key()) == row)
            return false;
        row = XlsxSheet::rowOf(cell.key());
    }
    return true;
}

ForeignGrid XlsxGrids::grid(const XlsxSheet &sheet, const Piece &piece) const
{
    ForeignGrid grid;
    grid.rows = piece.lastRow - piece.firstRow + 1;
    grid.columns = piece.lastColumn - piece.firstColumn + 1;
    QList<int> reach(grid.columns, 0); // of each column: the first row that is free again
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            if (reach.at(column) > row)
                continue;
            const auto key = XlsxSheet::keyOf(piece.firstRow + row, piece.firstColumn + column);
            ForeignCell cell{row, column, 1, 1, textOf(sheet, key)};
            if (const auto merge = m_merges.constFind(key); merge != m_merges.cend()) {
                cell.rowSpan = std::min(merge->last.row, piece.lastRow) - merge->first.row + 1;
                const int wanted = std::min(merge->last.column, piece.lastColumn) - merge->first.column + 1;
                while (cell.columnSpan < wanted && reach.at(column + cell.columnSpan) <= row)
                    ++cell.columnSpan; // up to what another one covers
            }
            std::fill_n(reach.begin() + column, cell.columnSpan, row + cell.rowSpan);
            grid.cells.append(cell);
        }
    }
    return grid;
}

QList<ForeignBlock> XlsxGrids::blocksOf(const XlsxSheet &sheet)
{
    takeMerges(sheet);
    QList<ForeignBlock> blocks;
    for (const Piece &strip : strips(sheet)) {
        for (const Piece &piece : pieces(sheet, strip)) {
            const qsizetype squares
                = qsizetype(piece.lastRow - piece.firstRow + 1) * (piece.lastColumn - piece.firstColumn + 1);
            if (m_squares + squares > kMostSquares) {
                m_isCut = true;
                continue;
            }
            m_squares += squares;
            const ForeignGrid made = grid(sheet, piece);
            const bool says = std::any_of(made.cells.cbegin(), made.cells.cend(),
                [](const ForeignCell &cell) { return !cell.text.isEmpty(); });
            if (!says)
                continue;
            if (!isOneColumnOfLines(sheet, piece)) {
                blocks.append(made);
                continue;
            }
            for (const ForeignCell &cell : made.cells) {
                if (!cell.text.isEmpty())
                    blocks.append(ForeignParagraph{cell.text});
            }
        }
    }
    return blocks;
}

} // namespace nianbao
