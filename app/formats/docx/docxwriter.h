// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "result.h"

namespace nianbao {

class FontSet;

struct DocxChoices {
    bool signature = true; // name and date at the end
    bool charGrid = false; // linesAndChars: right in Word, wrong in LibreOffice
};

/// The manuscript as Word and WPS go on with it: GB/T 9704 page, real headings, tables as the form has them,
/// comments as comments. The same bytes for the same manuscript. fonts: what charts are drawn in.
/// Errors: WriteFailed.
Result<QByteArray> docxOf(const Manuscript &manuscript, const DocxChoices &choices, const FontSet &fonts);

} // namespace nianbao
