// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rule.h"

namespace nianbao {

/// Which year and which days a text speaks of.
extern const Rule kPeriod, kYear;

} // namespace nianbao
