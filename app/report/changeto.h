// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

// How a report gets back what another state of it said, as one change that restores. Both are of one year.

/// What makes what the one says be what the other says: cells, notes, declared totals, facts, sub-sections,
/// channels, illustrations, last year's report, explanations, rules switched off, and the form. Never the
/// review or the comments, which follow what they hang on as with any edit: sub-sections that are still the
/// same stay the same. No steps: it says that already. only: nothing but what stands there, a text and its
/// heading each for itself; channels and illustrations are each one list; places are of `to`.
Change changeTo(
    const Report &from, const Report &to, const QList<Place> &only = QList<Place>{Place::report()});

/// Where a change does something, as near as changeTo can be asked for: a section where sub-sections come, go
/// or move. The whole report for what has no place of its own.
QList<Place> placesOf(const Change &change);

} // namespace nianbao
