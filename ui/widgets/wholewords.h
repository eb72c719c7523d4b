// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

namespace nianbao {

/// Words that have no room where they stand are told whole when the mouse rests on them: those of fields,
/// choices, rows, heads and tabs, in every window and in Qt's own dialogs. What has a tooltip keeps it.
namespace wholewords {
void tellThem(); // from now on
} // namespace wholewords

} // namespace nianbao
