// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "result.h"

namespace nianbao {

/// A PDF with text in it, by poppler's programs as children (they may crash, not we). Tables by the lines
/// drawn on its pages, else guessed. Errors, without `where`: NotOfItsKind, NoTextLayer, NeedsPassword,
/// ProgramMissing (detail: poppler-utils), ProgramFailed, TooSlow, TooLarge.
Result<ForeignDocument> readPdf(const QByteArray &bytes);

} // namespace nianbao
