// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"

namespace nianbao {

QString findingWords(const char *text); // translated, context Findings

/// The rules that read texts: SEC-EMPTY, TITLE, PERIOD. Adds to findings.
void checkTexts(const Report &report, Findings &findings);

} // namespace nianbao
