// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

namespace nianbao {

/// The sentence for a person: what happened, where, what to do. In the language of the installed translator.
QString describe(const Error &error);

} // namespace nianbao
