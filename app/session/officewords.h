// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "ruleset.h"

namespace nianbao {

/// The rules with the office's own words and limits, from nianbao/words.json in the user's configuration
/// folder. No file is no error. Errors: those of readWholeFile, BadJson; the rules as they ship hold then.
Result<RuleSet> officeRules();
/// The same, or the rules as they ship: what is wrong with the file is told where the program starts.
RuleSet rulesInForce();

} // namespace nianbao
