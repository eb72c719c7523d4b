// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rule.h"

namespace nianbao {

extern const Rule kTemplate, kCite;

} // namespace nianbao
