// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

class Report;
struct SectionSpec;

/// The report itself, in one part. Of an empty one still all headings and tables.
Manuscript manuscriptOf(const Report &report);
/// The table of a section that has one.
TableBlock statutoryTable(const Report &report, const SectionSpec &section);

} // namespace nianbao
