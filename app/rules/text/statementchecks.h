// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

/// The rules TXT-*, each figure of a text against the tables: TXT-RECEIVED, -DONE, -OUTCOME, -PERCENT,
/// -DISPUTES, -NORMATIVE; and those of its neighbours.
void checkFigures(TextCheck &check);

} // namespace nianbao
