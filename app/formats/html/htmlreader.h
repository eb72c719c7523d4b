// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "result.h"

namespace nianbao {

/// A web page or a part of one; also what a browser or Word puts on the clipboard. Its encoding: BOM, what it
/// names itself, else as decodeText. Errors, without `where`: NotOfItsKind, UnknownEncoding, TooDeep,
/// TooCostly, TooLarge.
Result<ForeignDocument> readHtml(const QByteArray &bytes);
/// A page as browsers save it with its pictures (MHTML). Errors: those of readHtml, BrokenDocument.
Result<ForeignDocument> readMht(const QByteArray &bytes);

} // namespace nianbao
