// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

void checkContent(TextCheck &check); // SEC-*, TITLE, NAME-EMPTY, DATE, PERIOD

} // namespace nianbao
