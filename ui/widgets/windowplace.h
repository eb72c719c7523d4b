// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QRect>

class QByteArray;
class QMargins;
class QWidget;

namespace nianbao {

/// Where a window may stand: with its frame inside the free area of one screen, whatever was wished or
/// remembered.
namespace windowplace {
/// The window without its frame, made smaller and moved as far as need be.
QRect within(const QRect &free, const QMargins &frame, const QRect &wanted);
/// What the window manager puts around it; before it has said so, a guess that errs on the large side.
QMargins frameOf(const QWidget &window);
/// The free area of the screen that has most of it, else of the first one.
QRect freeAreaFor(const QRect &geometry);
/// For the next start: what QWidget::restoreGeometry takes. It refuses what was kept on a screen of another
/// size, as the same one is at another scale; whether the window filled it can be told even then.
QByteArray state(const QWidget &window);
bool filledScreen(const QByteArray &state);
/// Makes the window smaller and moves it as far as its screen asks; not one that fills the screen.
void keepInside(QWidget &window);
/// Every dialog from now on, Qt's own too, is made to fit its screen when it is shown.
void keepDialogsInside();
} // namespace windowplace

} // namespace nianbao
