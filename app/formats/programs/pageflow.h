// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "poppler.h"

namespace nianbao {

/// Blocks of a PDF by what its pages look like: tables by their lines, paragraphs by where their lines begin
/// and end. Page numbers and what stands on every page are dropped, tables that a page's end cut are whole
/// again. No blocks: there is no text on them.
ForeignDocument readPages(const PdfFacts &facts, const Poppler::Pages &pages);

} // namespace nianbao
