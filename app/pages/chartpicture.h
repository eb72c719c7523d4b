// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "chartfigures.h"

#include <QByteArray>
#include <QSizeF>

namespace nianbao {

class FontSet;

/// A chart as the page shows it, for formats that keep pictures: PNG at 300 dpi on white, as wide as the type
/// area.
struct ChartPicture {
    QByteArray png{};
    QSizeF size{}; // mm
};
ChartPicture chartPicture(const ChartFigures &chart, const FontSet &fonts);

} // namespace nianbao
