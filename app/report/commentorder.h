// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// Numbers in the order of the document, as list and F8 have them; of one place the oldest first.
QList<int> commentsInOrder(const Report &report);
/// Those of them that are not resolved. The first is 1 in the margin, on its card and on paper.
QList<int> openComments(const Report &report);

} // namespace nianbao
