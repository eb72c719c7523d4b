// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"

#include <vector>

namespace nianbao {

/// A run of squares of one row that one cell covers.
struct Piece {
    int cell = -1; // index in the cells of the grid
    int from = 0;
    int to = 0; // behind the last column
    bool beginsHere = true; // not in a row above
};

/// A grid by its squares. What is asked of a cell often is found once.
class GridSquares {
public:
    explicit GridSquares(const ForeignGrid &grid);

    const ForeignGrid &grid;
    QList<Piece> pieces(int row) const; // from left to right
    int cellAt(int row, int column) const // -1: none, beyond the grid too
    {
        return row < 0 || row >= grid.rows || column < 0 || column >= grid.columns
            ? -1
            : m_owners[size_t(row) * size_t(grid.columns) + size_t(column)];
    }
    const QString &text(int cell) const { return grid.cells[cell].text; }
    const QString &normal(int cell) const; // of its label
    bool isEmpty(int cell) const; // white space only
    bool isFigure(int cell) const; // or a mark for nothing; not empty
    int missing(int row, int from, int to) const; // squares that no cell covers

private:
    struct Known {
        QString normal{};
        bool isNormal = false;
        signed char isFigure = -1;
        signed char isEmpty = -1;
    };
    std::vector<int> m_owners{};
    mutable std::vector<Known> m_known{};
};

} // namespace nianbao
