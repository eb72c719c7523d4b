// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fonts.h"

#include <QColor>

namespace nianbao {

inline constexpr double kMmPerPoint = 25.4 / 72;

/// The measures of GB/T 9704-2012 as resources/style/page.json gives them. Millimetres unless said otherwise.
struct PageStyle {
    double paperWidth = 210;
    double paperHeight = 297;
    double top = 37; // 天头 5.2.1
    double left = 28; // 订口
    double typeWidth = 156; // 版心
    double typeHeight = 225;
    int linesPerPage = 22; // 5.2.3
    int charactersPerLine = 28;
    double bodySize = 16 * kMmPerPoint; // 3号
    double titleSize = 22 * kMmPerPoint; // 2号
    double pageNumberSize = 14 * kMmPerPoint; // 4号, 7.5
    double pageNumberDrop = 7; // top of the dash under the type area
    double tableSize = 10.5 * kMmPerPoint; // 五号
    double tableSmallSize = 9 * kMmPerPoint; // 小五
    double frameWidth = 0.25;
    double ruleWidth = 0.15;
    QColor banner{}; // ground of the banner rows of table two
    QList<FontChain> fonts{}; // in the order of FontRole

    bool fillsArea
        = false; // 撑满版心: the first line's em box touches the top edge, the last one's the bottom

    double linePitch() const // 28.99 pt; 29.61 pt when the area is filled
    {
        return fillsArea ? (typeHeight - bodySize) / (linesPerPage - 1) : typeHeight / linesPerPage;
    }
    /// Top of a line slot, counted from 0; the em box stands in its middle.
    double slotTop(int slot) const
    {
        return top - (fillsArea ? (linePitch() - bodySize) / 2 : 0) + slot * linePitch();
    }
    double cell() const { return typeWidth / charactersPerLine; } // width of one hanzi
};

/// Read once from the program's resources.
const PageStyle &pageStyle();

} // namespace nianbao
