// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "pagedrawing.h"
#include "pagewords.h"

#include <optional>

namespace nianbao {

/// A table of a page, by its lines. Edges: of columns and rows, one more than there are of these; points.
struct PageGrid {
    QList<double> xs{};
    QList<double> ys{};
    ForeignGrid grid{};

    bool isFrame() const { return grid.cells.size() < 2; } // a box around something, no table
};

/// The tables that lines make, from top to bottom. The words in them go into their cells, by their centre,
/// and are taken out of words; one that stands over an edge is parted there. Frames stay only where they
/// begin the page: the one row of a table whose other rows are on the page before. nullopt: there are more
/// words, rows or columns than any table has, and words are as they were.
std::optional<QList<PageGrid>> gridsOfPage(const QList<Ruling> &rulings, QList<PageWord> &words);

/// Whether the second, on top of the page after the first, is its rest: as wide, with no edge that the first
/// has not. Then its rows are added; heads that are repeated there are not.
bool continueGrid(PageGrid &first, const PageGrid &rest);

} // namespace nianbao
