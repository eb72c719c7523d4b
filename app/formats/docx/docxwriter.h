// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "result.h"

namespace nianbao {

class FontSet;

struct DocxChoices {
    bool signature = true; // name and date at the end
    bool charGrid = false; // linesAndChars: right in Word, wrong in LibreOffice
    bool seal = false; // the signature stands with room for one, as 7.3.5.1 says
};

/// The manuscript as Word and WPS go on with it: GB/T 9704 page, real headings, tables as the form has them,
/// comments as comments. The same bytes for the same manuscript. fonts: what charts are drawn in, and what is
/// measured in where title, signature and heads are broken.
/// Errors: WriteFailed.
Result<QByteArray> docxOf(const Manuscript &manuscript, const DocxChoices &choices, const FontSet &fonts);

} // namespace nianbao
