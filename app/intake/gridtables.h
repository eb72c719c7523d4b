// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "readings.h"

#include <memory>

namespace nianbao {

/// Reads statutory tables out of grids, row by row: heads rule the columns under them, labels the rows. What
/// is irregular is read with a doubt. A table goes on in the next grid that has its rows and no head.
class GridTables {
public:
    GridTables(const FormLabels &labels, Readings &readings);
    ~GridTables();
    void read(const ForeignGrid &grid, int block);
    void end(); // no grid follows

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nianbao
