// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"

namespace nianbao {

/// What stands on a page, as it is read aloud: a line each for paragraphs and rows, whose cells are parted by
/// tabs; of a figure what it shows in words. Without page number, line numbers and heads that are repeated.
QString pageText(const PageDocument &document, int page);

} // namespace nianbao
