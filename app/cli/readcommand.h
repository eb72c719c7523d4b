// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "commands.h"

namespace nianbao {

/// read: what was recognised of a report in a document of another program. Nothing is written.
Command readCommand();

} // namespace nianbao
