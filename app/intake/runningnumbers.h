// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"

#include <optional>

namespace nianbao {

/// The grid with the cells of its first column empty, where that column only counts the rows: 序号 (行次,
/// 编号) over 1, 2, 3 … from top to bottom, blanks between them allowed, beginning again under another such
/// head. nullopt: it does not.
std::optional<ForeignGrid> withoutRunningNumbers(const ForeignGrid &grid);

} // namespace nianbao
