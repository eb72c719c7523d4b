// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"

#include <optional>

namespace nianbao {

/// Ink of an element that stands on one line: the em box around it, mm.
struct InkLine {
    int page = 0;
    QRectF box{};
};

/// Characters [from, from + count) of those of an element that are ink, line by line; count -1: all from
/// there.
std::vector<InkLine> inkLines(
    const PageDocument &document, size_t firstPage, int element, qsizetype from = 0, qsizetype count = -1);

/// Between two characters of an element: how many of those that are ink stand before.
struct InkSpot {
    int element = -1;
    int source = -1;
    qsizetype character = 0;
};
/// The one nearest to a point of a page, in the line that the point is on; nullopt: it is beside all words
/// that come from somewhere. mm.
std::optional<InkSpot> inkAt(const PageDocument &document, int page, QPointF point);

// What is drawn around words, in the colour and besides it.
void drawGround(Page &page, const QRectF &box, const QColor &colour);
void drawUnder(Page &page, const QRectF &box, const QColor &colour);
void drawThrough(Page &page, const QRectF &box, const QColor &colour);

} // namespace nianbao
