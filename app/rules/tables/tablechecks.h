// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"

namespace nianbao {

/// The rules about the tables themselves: FORM-OLD, CELL-BLANK, declared totals (REQ-ROW, REQ-SUM, DIS-SUM),
/// the equations of the form (REQ-BALANCE, CARRY-IN, IN-FORCE …).
void checkTables(const Report &report, Findings &findings);

} // namespace nianbao
