// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fonts.h"

#include <QPainterPath>

namespace nianbao {

/// The outline of a glyph in em, y downwards, origin on the baseline; filled by the winding rule.
QPainterPath glyphOutline(const FontFace &face, quint32 glyph);

} // namespace nianbao
