// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"
#include "workbook.h"

namespace nianbao {

/// The workbook as an Excel file: statutory tables with merged heads, totals as formulas with their values,
/// the sheet `data`. Blank is an empty cell. Errors: WriteFailed.
Result<QByteArray> xlsxOf(const Workbook &workbook);

} // namespace nianbao
