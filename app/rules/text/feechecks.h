// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "inspection.h"

namespace nianbao {

/// TXT-NONE: what the texts say of the processing fee, compared with each other: 表二 收费 is another thing.
void compareFees(Inspection &check);

} // namespace nianbao
