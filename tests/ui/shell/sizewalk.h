// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace nianbao::test {

/// A sentence for each thing on a screen that a person cannot read or reach at its size: words that are cut
/// or covered and have no tooltip, in labels, buttons, choices, fields, tabs, heads and rows; a list without
/// room for one row; buttons of a dialog, or the one that leads on, out of
/// sight; lines that do not wrap; scroll bars over what they scroll, or there because of each other; fields
/// of different height side by side. What can be scrolled into sight is not cut.
QStringList clippedParts(const QWidget &screen);
/// The same for a window, with its frame, that is larger than the screen on which it stands.
QStringList beyondScreen(const QWidget &window);

} // namespace nianbao::test
