// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

namespace nianbao {

/// Adds the office's own words and limits to the rules, from nianbao/words.json in the user's configuration
/// folder. No file is no error. Errors: those of readWholeFile, BadJson; nothing is taken then.
Result<> loadOfficeWords();

} // namespace nianbao
