// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "readings.h"

namespace nianbao {

/// The sheet `data` of our own workbooks: rows of cell id, label, value and note. false: the grid is none.
bool readIdTable(const ForeignGrid &grid, int block, Readings &readings);

} // namespace nianbao
