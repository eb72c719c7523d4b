// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "pdforigin.h"

#include <functional>
#include <optional>

class QIODevice;

namespace nianbao {

struct PdfOptions {
    QString author{}; // left out when empty: published reports leak clerks' names
    std::optional<PdfOrigin> origin{}; // the fonts are added; nullopt: it does not say
    bool marksArchival = false; // marked as PDF/A-2b (ISO 19005-2), not certified; see canBeArchived
    /// Told after each page; false stops the writing with error Cancelled.
    std::function<bool(int done, int all)> progress{};
};

/// False while a character has no glyph: then the file is never marked as PDF/A (ISO 19005-2 6.2.11.8).
bool canBeArchived(const PageDocument &document);

/// Writes the pages as PDF 1.7: subset fonts by HarfBuzz, exact text by ToUnicode and ActualText, structure
/// tree, bookmarks, page labels, language zh-CN, title; no dates and no names of persons unless asked for.
/// The same document gives the same bytes. Errors: WriteFailed, FontMissing, Cancelled.
Result<> writePdf(const PageDocument &document, QIODevice &device, const PdfOptions &options = {});

/// The same into a file, whole or not at all. Errors: WriteFailed, DiskFull, NoPermission with the path.
Result<> writePdf(const PageDocument &document, const QString &path, const PdfOptions &options = {});

} // namespace nianbao
