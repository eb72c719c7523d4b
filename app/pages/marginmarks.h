// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "pagedocument.h"
#include "pagestyle.h"

#include <QHash>

namespace nianbao {

/// Pages that are laid out, from the first one on that belongs to a part.
struct LaidOutPart {
    PageDocument &document;
    const PageStyle &style;
    size_t firstPage = 0;
    const QHash<Place, int> &elements; // by place
};

/// Draws each number in a balloon beside the first line of what it is about, with a line that leads there,
/// and marks that lightly: words by a ground and a line under them, a cell by its ground, anything else by a
/// bar beside it. What has no ink stands beside the title. Balloons never lie on each other, and nothing else
/// moves.
void placeMarginMarks(const LaidOutPart &part, const QList<MarginMark> &marks);

} // namespace nianbao
