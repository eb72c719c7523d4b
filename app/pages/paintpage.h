// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"

class QPainter;

namespace nianbao {

/// Draws one page: screen, printer or image. pixelsPerMm scales millimetres to the painter's units; the
/// painter's origin is the paper's top left corner. Glyphs are filled outlines of the very faces the page was
/// measured with, so every device shows the same page.
void paintPage(const PageDocument &document, int page, QPainter &painter, double pixelsPerMm);

} // namespace nianbao
