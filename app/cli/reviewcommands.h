// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "commands.h"

namespace nianbao {

/// What goes between desks: review, comment, explain, key, verify, copy.
QList<Command> reviewCommands();

} // namespace nianbao
