// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "readings.h"
#include "rowlabels.h"
#include "rowvalues.h"

namespace nianbao {

/// A row of figures of a grid, as far as it is known: its label, its heads, which figure stands under which.
struct FigureRow {
    const TableLabels &table;
    const GridSquares &squares;
    const QList<Head> &heads;
    bool areHeadsOfGrid = false; // they stand in this grid, so that columns mean the same
    bool isGuessed = false; // the grid is
    int block = -1; // of the grid
    int row = 0;
    GridRowLabel label{};
    QList<UnderHead> values{};

    bool isOfTransposed() const; // the heads name the rows
    bool isFilled(const UnderHead &value) const { return value.cell >= 0 && !squares.isEmpty(value.cell); }
    QStringList figures() const; // as they stand in the row
};

/// What the figures are of, each with what speaks against it. Columns that the form has not are noted. The
/// values that were taken; nullopt: no head tells a column of this row, so that none of its figures was read.
std::optional<QList<UnderHead>> readFigureRow(const FigureRow &row, Readings &out);

} // namespace nianbao
