// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "result.h"

namespace nianbao {

/// The manuscript as plain text, a line each for titles, headings, paragraphs and rows. Cells are parted by
/// tabs: a merged one stands in its first square and leaves the others empty, as blank ones are. Under the
/// caption of a chart its values in a sentence. An empty line before each section. Ends with a newline.
QString plainText(const Manuscript &manuscript);

/// The same as a file in UTF-8, whole or not at all. Errors: those of writeWhole.
Result<> writeText(const Manuscript &manuscript, const QString &path);

} // namespace nianbao
