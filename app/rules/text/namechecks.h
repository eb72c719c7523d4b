// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

void checkNames(TextCheck &check); // OTHER-BODY

} // namespace nianbao
