// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "pdffile.h"

namespace nianbao {

/// The bookmarks as a tree; a level that skips one hangs under the nearest higher one. 0: there are none.
int putOutline(PdfFile &pdf, const PageDocument &document, const std::vector<int> &pages);

/// The structure tree (ISO 32000-1 14.7): what a screen reader reads. marked: of each page, the element of
/// each piece of marked content. 0: the document has no elements.
int putStructure(PdfFile &pdf, const PageDocument &document, const std::vector<int> &pages,
    const std::vector<std::vector<int>> &marked);

} // namespace nianbao
