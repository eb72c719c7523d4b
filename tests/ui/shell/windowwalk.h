// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "sizewalk.h"

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace nianbao {

class MainWindow;

namespace test {

/// A piece of text in a window: as it was handed to Qt, and as a person reads it there.
struct Shown {
    QString where{}; // class, name and kind
    QString stored{};
    QString seen{};
};

/// Labels, buttons, fields, actions, menus, tabs, heads, all rows of all models, tooltips, names and
/// descriptions for screen readers, titles: of the window and all in it, shown or not.
QList<Shown> everythingShown(const QWidget &window);
QString seenAsLabel(const QString &text, int format); // Qt::TextFormat

/// Leads to each entry of the contents, with each tab of the panel; look is told where.
void visitEveryPlace(MainWindow &window, const std::function<void(const QString &)> &look);

} // namespace test
} // namespace nianbao
