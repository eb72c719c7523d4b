// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "inklines.h"

#include <QList>

namespace nianbao {

class Report;

/// Where the words of ranges of the report's texts stand on its pages, line by line, and the squares of
/// cells: of each place its own, in the same order; none of what is not printed. The pages are those of that
/// very report.
std::vector<std::vector<InkLine>> foundInk(
    const Report &report, const QList<Place> &places, const PageDocument &document);

} // namespace nianbao
