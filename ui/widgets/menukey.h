// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

namespace nianbao {

/// Shift+F10 opens the menu of what has the focus, as the menu key does; in either case where the cursor or
/// the chosen line is, and not under a mouse that lies elsewhere.
namespace menukey {
void listen(); // for all windows, from now on
} // namespace menukey

} // namespace nianbao
