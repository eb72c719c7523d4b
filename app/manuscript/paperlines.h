// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"
#include "comparison.h"

namespace nianbao {

/// A finding as every paper tells it.
struct FindingRow {
    QString level{}; // 错误, 需说明, 提示
    QString place{}; // 表三; 题名; 一、总体情况; （二）依申请公开
    QString message{};
    QString rule{}; // its id
    QString explanation{};
};
QList<FindingRow> findingRows(const Report &report, const Findings &findings);

/// Of table three and four the totals; where both years are zero or blank there is nothing to compare.
QList<YearLine> comparedLines(const Report &report);

} // namespace nianbao
