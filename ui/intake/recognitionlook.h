// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

class QColor;
class QPalette;

namespace nianbao {

/// How the mapping screen shows a recognition: a mark, a word and a colour, never the colour alone.
namespace recognition {
QString mark(Recognition state); // ✓ ≈ □ ╱ ?
QString word(Recognition state); // 认出, 猜的, 空白, 没有这一行, 读不懂
QColor colour(const QPalette &palette, Recognition state);
QColor ground(const QPalette &palette, Recognition state); // of a cell that is in doubt; else of any cell
} // namespace recognition

} // namespace nianbao
