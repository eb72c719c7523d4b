// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

class FontSet;

struct HtmlChoices {
    bool isFragment = false; // for the editor of a website: stands without style, head and body
    bool signature = true;
};

/// The manuscript for a website, UTF-8: no script, no class, nothing outside; pictures are in it as data.
/// Tables with caption, heads with scope and headers. fonts: what charts are drawn in.
QByteArray htmlOf(const Manuscript &manuscript, const HtmlChoices &choices, const FontSet &fonts);

} // namespace nianbao
