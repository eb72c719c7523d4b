// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "workbook.h"

#include <QByteArray>

namespace nianbao {

/// The sheet `data` of a workbook: cell id, label, value, note. UTF-8 with BOM, CRLF; a text that a table
/// program would take for a formula begins with an apostrophe.
QByteArray csvOf(const Workbook &workbook);

} // namespace nianbao
