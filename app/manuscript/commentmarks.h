// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

class Report;

/// The open comments as numbers in the margin of the report's manuscript. What a comment hangs on has no ink
/// (a blank text, a fact that is not printed): it stands beside the nearest thing that has.
QList<MarginMark> commentMarks(const Report &report, const std::vector<Block> &blocks);

} // namespace nianbao
