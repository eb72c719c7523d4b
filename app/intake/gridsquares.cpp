// SPDX-License-Identifier: MulanPSL-2.0
#include "gridsquares.h"

#include "digits.h"
#include "labels.h"
#include "values.h"

#include <algorithm>

namespace nianbao {

GridSquares::GridSquares(const ForeignGrid &source) : grid(source)
{
    m_owners.assign(size_t(std::max(0, grid.rows)) * size_t(std::max(0, grid.columns)), -1);
    m_known.resize(size_t(grid.cells.size()));
    for (int i = 0; i < grid.cells.size(); ++i) {
        const ForeignCell &cell = grid.cells[i];
        const int lastRow = std::min(grid.rows, cell.row + cell.rowSpan);
        const int lastColumn = std::min(grid.columns, cell.column + cell.columnSpan);
        for (int row = std::max(0, cell.row); row < lastRow; ++row) {
            for (int column = std::max(0, cell.column); column < lastColumn; ++column)
                m_owners[size_t(row) * size_t(grid.columns) + size_t(column)] = i;
        }
    }
}

QList<Piece> GridSquares::pieces(int row) const
{
    QList<Piece> found;
    for (int column = 0; column < grid.columns; ++column) {
        const int cell = cellAt(row, column);
        if (cell < 0)
            continue;
        if (!found.isEmpty() && found.last().cell == cell && found.last().to == column)
            found.last().to = column + 1;
        else
            found.append({cell, column, column + 1, grid.cells[cell].row == row});
    }
    return found;
}

const QString &GridSquares::normal(int cell) const
{
    Known &known = m_known[size_t(cell)];
    if (!known.isNormal) {
        known.normal = normalLabel(text(cell));
        known.isNormal = true;
    }
    return known.normal;
}

bool GridSquares::isEmpty(int cell) const
{
    Known &known = m_known[size_t(cell)];
    if (known.isEmpty < 0)
        known.isEmpty = digits::trimmed(text(cell)).isEmpty() ? 1 : 0;
    return known.isEmpty == 1;
}

bool GridSquares::isFigure(int cell) const
{
    Known &known = m_known[size_t(cell)];
    if (known.isFigure < 0)
        known.isFigure = !isEmpty(cell) && looksLikeValue(text(cell)) ? 1 : 0;
    return known.isFigure == 1;
}

int GridSquares::missing(int row, int from, int to) const
{
    int count = 0;
    for (int column = from; column < to; ++column)
        count += cellAt(row, column) < 0 ? 1 : 0;
    return count;
}

} // namespace nianbao
