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
/// From now on Tab goes that way, as long as nothing is added or moved.
void order(QWidget &root);
/// The first stop that can take the focus now; nullptr: there is none.
QWidget *firstOf(QWidget &root);
} // namespace tabstops

} // namespace nianbao
