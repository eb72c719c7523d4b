// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"

class QPrinter;

namespace nianbao {

/// Prints all pages or the printer's page range at the printer's resolution, on the whole sheet: the page
/// brings its own margins. Errors: WriteFailed when the printer does not take the pages.
Result<> printDocument(const PageDocument &document, QPrinter &printer);

} // namespace nianbao
