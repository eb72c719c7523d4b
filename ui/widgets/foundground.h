// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "appearance.h"

namespace nianbao::appearance {

/// The ground of words that a search found, as of a marker pen: one for list and editor.
inline QColor foundGround(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x5C, 0x4A, 0x10) : QColor(0xFF, 0xEF, 0xC2);
}

} // namespace nianbao::appearance
