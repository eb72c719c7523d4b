// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"

namespace nianbao {

/// Whether nothing of its content is there yet: no figure, no text, no item. What is known of the office does
/// not count, nor what a new report brings along.
bool isNotStarted(const Report &report);

/// What is open, in one line: "数据有误 2 处", "正文与表格不符 2 处，其他需说明 3 处", "需说明 4 处",
/// "全部相符"; of a report that is not started, that it is not.
Phrase headLine(const Report &report, const Findings &findings);
/// The same, with the hints that are not put aside: for whoever has their list below it.
Phrase headLineWithHints(const Report &report, const Findings &findings);

} // namespace nianbao
