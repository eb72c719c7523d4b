// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "textflow.h"

namespace nianbao {

/// mm that a chart asks for, before it is rounded up to whole lines.
double chartHeight(const ChartFigures &chart);

/// Its ink as vectors. Every value is printed beside its mark, and marks differ by pattern as well as by
/// colour, so that a black-and-white copy says the same. One that cannot be drawn says why in a box.
void drawChart(
    const ChartFigures &chart, Page &page, const FontSet &fonts, const QRectF &area, const InkOwner &owner);

} // namespace nianbao
