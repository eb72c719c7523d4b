// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

class QTabWidget;

namespace nianbao {

/// Tabs that stay side by side where there is little room: first their edges give way, then their words,
/// which are then told whole when the mouse rests on them. There are never arrows behind which a tab is
/// hidden.
namespace fittingtabs {
void keep(QTabWidget *tabs);
} // namespace fittingtabs

} // namespace nianbao
