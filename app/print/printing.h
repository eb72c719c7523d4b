// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"

class QPrinter;

namespace nianbao {

/// Prints all pages, or the printer's range, edge to edge: the page carries its own margins.
/// Error WriteFailed when the printer takes nothing.
Result<> printDocument(const PageDocument &document, QPrinter &printer);

} // namespace nianbao
