// SPDX-License-Identifier: MulanPSL-2.0
#include "documentblocks.h"

#include <algorithm>

namespace nianbao {

int ForeignGrid::cellAt(int row, int column) const
{
    for (qsizetype at = 0; at < cells.size(); ++at) {
        const ForeignCell &cell = cells.at(at);
        if (cell.row > row)
            break; // they are in order
        if (row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.columnSpan)
            return int(at);
    }
    return -1;
}

int ForeignGrid::missingIn(int row) const
{
    int covered = 0;
    for (const ForeignCell &cell : cells) {
        if (cell.row <= row && row < cell.row + cell.rowSpan)
            covered += cell.columnSpan;
    }
    return columns - covered;
}

void GridBuilder::beginRow(int skippedColumns)
{
    ++m_row;
    m_column = std::clamp(skippedColumns, 0, kMostColumns);
}

void GridBuilder::addCell(ForeignCell cell)
{
    if (m_row < 0 || m_row >= kMostRows) {
        m_isCut = true;
        return;
    }
    while (m_column < m_reach.size() && m_reach.at(m_column) > m_row)
        ++m_column;
    if (m_column >= kMostColumns) {
        m_isCut = true;
        return;
    }
    cell.row = m_row;
    cell.column = m_column;
    cell.rowSpan = std::clamp(cell.rowSpan, 1, kMostRows - m_row);
    int span = 1; // up to the next square that a cell from above covers
    while (
        span < std::min(cell.columnSpan, kMostColumns - m_column) && m_reach.value(m_column + span) <= m_row)
        ++span;
    cell.columnSpan = span;
    while (m_reach.size() < m_column + span)
        m_reach.append(0);
    std::fill_n(m_reach.begin() + m_column, span, m_row + cell.rowSpan);
    m_column += span;
    m_grid.columns = std::max(m_grid.columns, m_column);
    m_grid.cells.append(std::move(cell));
}

ForeignGrid GridBuilder::grid(ForeignGrid::Origin origin)
{
    m_grid.origin = origin;
    m_grid.rows = m_grid.cells.isEmpty() ? 0 : std::min(m_row + 1, kMostRows);
    for (ForeignCell &cell : m_grid.cells)
        cell.rowSpan = std::min(cell.rowSpan, m_grid.rows - cell.row);
    return std::move(m_grid);
}

} // namespace nianbao
