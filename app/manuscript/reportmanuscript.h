// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

class Report;

/// The report itself, in one part. Of an empty one still all headings and tables.
Manuscript manuscriptOf(const Report &report);

} // namespace nianbao
