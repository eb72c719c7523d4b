// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "docxtext.h"
#include "manuscript.h"

namespace nianbao {

class FontSet;

/// What a table has from the blocks around it.
struct DocxTablePlace {
    QString heading{}; // it stands under
    int headingLines = 0; // that are kept on its page
};

/// The table with its notes. One of the form stays on one page with its heading, as the page sets it: at the
/// largest size of type with which it fits. No paragraph stands behind it but its notes.
void addDocxTable(DocxText &body, const TableBlock &table, const DocxTablePlace &place,
    DocxComments &comments, const FontSet &fonts);

} // namespace nianbao
