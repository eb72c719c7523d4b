// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pdfwriter.h"

#include <QStringList>

namespace nianbao {

/// What is not as it should be in pages that are exported or printed on this computer, in whole sentences: a
/// role in a font of another style, characters without a glyph, pictures that cannot be shown, PDF/A that is
/// not marked. What is wrong with the report itself is a finding of its check, not a notice.
QStringList exportNotices(const PageDocument &document, bool asksArchival);

} // namespace nianbao
