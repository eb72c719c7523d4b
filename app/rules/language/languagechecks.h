// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

void checkLanguage(TextCheck &check); // DUP, GAP, PAIR

} // namespace nianbao
