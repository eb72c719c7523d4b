// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "tableheads.h"

namespace nianbao {

/// The cell of a row that stands under a head.
struct UnderHead {
    int head = -1; // index
    int cell = -1; // index in the grid's cells; -1: there is none left for it
    bool isShared = false; // other heads or rows have it too
    Phrase doubt{};
};

/// Which cell of the row belongs to which head. labelEnd: column behind the row's label. isSameGrid: the
/// heads stand in this grid, so that columns mean the same. A row that is shorter or longer than the heads is
/// read, but every value of it doubted.
QList<UnderHead> valuesUnder(
    const GridSquares &squares, int row, const QList<Head> &heads, int labelEnd, bool isSameGrid);

} // namespace nianbao
