// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlwriter.h"

namespace nianbao {

QByteArray htmlOf(const Manuscript &, const HtmlChoices &, const FontSet &) { return {}; }

} // namespace nianbao
