// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

void checkNoneStatements(TextCheck &check); // TXT-NONE

} // namespace nianbao
