// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "pagestyle.h"

#include <functional>

class QMarginsF;
class QPrinter;

namespace nianbao {

/// Prints all pages or the printer's page range at the printer's resolution, on the whole sheet: the page
/// brings its own margins. A printer that writes a file writes it whole or not at all. progress is told
/// before each page; false stops the writing of a file, while pages that went to a printer cannot be taken
/// back: there it is not listened to. Errors: WriteFailed when the printer does not take the pages; those of
/// writeWhole; Cancelled.
Result<> printDocument(const PageDocument &document, QPrinter &printer,
    const std::function<bool(int done, int all)> &progress = {});

/// Sides where a printer with these least margins (mm) would cut into the type area or the page number, in
/// words: "left, bottom". Empty: nothing is cut.
QString cutSides(const QMarginsF &least, const PageStyle &style);

} // namespace nianbao
