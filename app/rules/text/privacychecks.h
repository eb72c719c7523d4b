// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "textcheck.h"

namespace nianbao {

void checkPrivacy(TextCheck &check); // PRIVACY, SECRECY

} // namespace nianbao
