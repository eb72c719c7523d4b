// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

namespace nianbao {

/// A figure that is part of a sum or balance that does not fit is no longer Sure: it may have been misread,
/// or the source is wrong. Where rows and columns are out, only those where both meet are meant. Declared
/// totals are compared as they were declared.
void doubtSumsThatDoNotFit(const ReportSpec &form, QMap<CellId, ProposedCell> &cells);

} // namespace nianbao
