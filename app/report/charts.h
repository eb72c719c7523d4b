// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "chartfigures.h"

#include <QStringList>

namespace nianbao {

class Report;

/// channels: items by channel; categories: items of the first channel that has categories, sorted, small ones
/// gathered as 其他; outcomes: results of the year's requests; applicants: who applied; years: this year
/// against last. A chart that cannot be drawn says why instead.
ChartFigures chartFigures(const Report &report, const QString &kind);
const QStringList &chartKinds(); // in the order of menus
/// Words for a caption, without a number: "各渠道主动公开信息情况". Empty: no such kind.
QString chartTitle(const QString &kind);

} // namespace nianbao
