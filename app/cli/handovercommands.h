// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "commands.h"

namespace nianbao {

/// mail: what leaves the desk from the command line.
QList<Command> handOverCommands();

} // namespace nianbao
