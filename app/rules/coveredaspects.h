// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

struct RuleWords;

/// For each sub-section of a section, which of the aspects that the form states it is about, by their place
/// in the form. Its heading tells: an office calls 主动公开情况 what another calls 主动公开方面. A section
/// without any heading is told by its texts, as SEC-COVER tells it.
QList<QList<int>> coveredAspects(const Report &report, const SectionId &section, const RuleWords &words);

} // namespace nianbao
