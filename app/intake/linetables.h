// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "readings.h"

namespace nianbao {

/// Reads statutory tables whose cells became lines of text. Labels and figures alternate; how many figures
/// stand between two labels decides what they are. Fewer or more than are due are read with a doubt, never
/// shifted silently.
void readLineTables(const FormLabels &labels, const ForeignDocument &document, Readings &readings);

} // namespace nianbao
