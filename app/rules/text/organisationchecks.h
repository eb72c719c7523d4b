// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rule.h"

namespace nianbao {

/// Whose report it is: its name, title, signature and date, and last year's.
extern const Rule kNameEmpty, kTitle, kSignature, kPriorBody, kDate;

} // namespace nianbao
