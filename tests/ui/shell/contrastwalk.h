// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace nianbao::test {

// Measured in pictures of a window, four times as large as it is: there a stroke has a middle that no
// smoothing of its edges made paler. Each answers a sentence for each fault. What cannot be used, and the
// paper of the preview, is left out.

/// Words with less contrast to their ground than 4.5. A line in the colours that the theme has for lines
/// needs 3.
QStringList faintWords(QWidget &window);
/// Fields and buttons of which neither edge nor ground stands out from what is around them by 3.
QStringList faintEdges(QWidget &window);
/// What the keyboard reaches and does not show by a change of 3 that it did.
QStringList unseenFocus(QWidget &window);
/// Words smaller than 8 points.
QStringList smallWords(const QWidget &window);

} // namespace nianbao::test
