// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

void checkAgainstLastYear(TextCheck &check); // JUMP, COPY, NO-POWER

} // namespace nianbao
