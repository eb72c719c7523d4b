// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"
#include "report.h"

namespace nianbao {

/// What a person calls a place of the report: "一（二）依申请公开", "表三 本年新收 自然人", "署名". One name
/// for card, list, margin and paper.
Phrase placeName(const Report &report, const Place &place);
/// The same without what is inside: the sub-section of a heading, the table of a cell.
Phrase partName(const Report &report, const Place &place);

/// The one entry of the contents that is no part of the report: its figures beside last year's.
Place bothYears();

} // namespace nianbao
