// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

void checkRemains(TextCheck &check); // YEAR, TEMPLATE, CITE

} // namespace nianbao
