// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

void checkGlyphs(TextCheck &check); // GLYPH

} // namespace nianbao
