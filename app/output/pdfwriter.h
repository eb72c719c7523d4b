// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"

class QIODevice;

namespace nianbao {

/// Writes the pages as PDF 1.7: subset fonts by HarfBuzz, exact text by ToUnicode and ActualText, bookmarks,
/// language zh-CN, title. The same document gives the same bytes. Errors: WriteFailed, FontMissing.
Result<> writePdf(const PageDocument &document, QIODevice &device);

/// The same into a file, whole or not at all. Errors: WriteFailed, DiskFull, NoPermission with the path.
Result<> writePdf(const PageDocument &document, const QString &path);

} // namespace nianbao
