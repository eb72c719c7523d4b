// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>

class QWidget;

namespace nianbao {

/// The way of the Tab key: through what can take the focus, in the order in which it is seen.
namespace tabstops {
/// Where Tab stops below the widget: by its layouts line by line, by splitters and tabs from left to right,
/// whatever order they were made in. Hidden ones are among them.
QList<QWidget *> asSeen(QWidget &root);
/// From now on Tab goes that way in a window of Qt's, as long as nothing is added or moved.
void order(QWidget &root);
/// One step of Tab, or back, from what has the focus in the window. False: there is no stop.
bool step(QWidget &window, bool next);
/// The first stop that can take the focus now; nullptr: there is none.
QWidget *firstOf(QWidget &root);
/// The focus to where somebody begins in it: inside of what is scrolled or has tabs, at its proxy or first
/// stop.
void enter(QWidget &part);
/// The first that is filled in or chosen from, once the dialog is shown: no button; nullptr: there is none.
QWidget *firstField(QWidget &dialog);
} // namespace tabstops

/// A window in which Tab goes as things are seen at that moment. Qt's own order is that in which they were
/// made; and where something hands the focus on to a part of itself, setTabOrder moves what stands between.
template <typename Window> class WalkedAsSeen : public Window {
public:
    using Window::Window;

protected:
    bool focusNextPrevChild(bool next) override { return tabstops::step(*this, next); }
};

} // namespace nianbao
