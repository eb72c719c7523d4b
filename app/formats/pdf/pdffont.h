// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "pdffile.h"

#include <map>
#include <unordered_map>

namespace nianbao {

struct FontUse { // a face as the document uses it
    std::map<quint32, char32_t> characters{}; // glyph → the first character it stands for
    FontSubset subset{};
    QByteArray name{}; // with the tag of the subset
    QByteArray packed{}; // the subset's program
    std::unordered_map<quint32, double> widths{}; // thousandths of an em, as written
};

using FontUses = std::map<int, FontUse>; // by face of the FontSet

FontUses collectGlyphs(const PageDocument &document);
/// Error FontMissing: a face that was there when the pages were laid out cannot be read any more.
Result<> subsetFonts(FontUses &uses, const FontSet &fonts);
int putFont(PdfFile &pdf, const FontFace &face, const FontUse &use); // its object

} // namespace nianbao
