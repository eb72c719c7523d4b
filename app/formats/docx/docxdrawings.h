// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "docxtext.h"
#include "manuscript.h"

namespace nianbao {

class DocxParts;
class FontSet;

/// The picture or chart in a paragraph of its own and its caption under it. number: of the picture in the
/// document, from 1.
void addDocxIllustration(DocxText &body, DocxParts &parts, const IllustrationBlock &illustration, int number,
    DocxComments &comments, const FontSet &fonts);

} // namespace nianbao
