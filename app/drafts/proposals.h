// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// What last year's report says about cells that are still blank: carried in = its carried out, and in force
/// = its in force + issued − repealed. Proposals only: a cell stays blank until one is taken.
QHash<CellId, Amount> proposals(const Report &report);

} // namespace nianbao
