// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "result.h"

#include <cstdlib>

namespace nianbao::test {

/// Ends the program where a reader made what no reader may make: an empty paragraph, cells that lie on each
/// other or outside their grid.
inline void holdSound(const Result<ForeignDocument> &document)
{
    if (!document)
        return;
    for (const ForeignBlock &block : document->blocks) {
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&block)) {
            if (paragraph->text.isEmpty() || paragraph->text != paragraph->text.trimmed())
                std::abort();
        }
        const auto *grid = std::get_if<ForeignGrid>(&block);
        if (!grid)
            continue;
        if (grid->rows > GridBuilder::kMostRows || grid->columns > GridBuilder::kMostColumns)
            std::abort();
        QList<bool> covered(qsizetype(grid->rows) * grid->columns, false);
        for (const ForeignCell &cell : grid->cells) {
            const bool isInside = cell.row >= 0 && cell.column >= 0 && cell.rowSpan > 0 && cell.columnSpan > 0
                && cell.row + cell.rowSpan <= grid->rows && cell.column + cell.columnSpan <= grid->columns;
            if (!isInside)
                std::abort();
            for (int row = cell.row; row < cell.row + cell.rowSpan; ++row) {
                for (int column = cell.column; column < cell.column + cell.columnSpan; ++column) {
                    bool &square = covered[qsizetype(row) * grid->columns + column];
                    if (square)
                        std::abort();
                    square = true;
                }
            }
        }
    }
}

} // namespace nianbao::test
