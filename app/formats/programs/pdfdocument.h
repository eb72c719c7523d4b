// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "result.h"

#include <stop_token>

namespace nianbao {

/// A PDF with text in it, by poppler's programs as children (they may crash, not we). Tables by the lines
/// drawn on its pages, else guessed. Errors, without `where`: NotOfItsKind, BrokenDocument, NoTextLayer,
/// NeedsPassword, ProgramMissing (detail: poppler-utils), ProgramFailed (also when it is called off, which
/// ends the children at once), TooSlow, TooManyParts (detail: the most pages).
Result<ForeignDocument> readPdf(const QByteArray &bytes, const std::stop_token &stop = {});

} // namespace nianbao
