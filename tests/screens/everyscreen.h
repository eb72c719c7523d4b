// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace nianbao {
class GridView;
class MainWindow;
} // namespace nianbao

namespace nianbao::test {

/// A window, dialog, menu or popup that is open and laid out; its name is the same in every language.
using LookAtScreen = std::function<void(QWidget &screen, const QString &name)>;

/// Opens, fills and shows every screen of the program, one after another, as a person would come to it: what
/// an action of a menu opens is opened by it. Files and settings are in a folder that goes afterwards, the
/// clock stands still; the settings of the program that calls are lost, and its stand-in for the person is
/// that of dialogs::setSilent.
void visitEveryScreen(const LookAtScreen &look);

/// One in each table that is typed into, the channels' included; the table of it in that window's report,
/// with the focus; and the editor of the chosen cell, in which more figures stand than usual.
QStringList cellsOfEachTable();
GridView &gridAt(MainWindow &window, const QString &cell);
QWidget &typeLongFigure(GridView &grid);

/// Which of these windows, dialogs and menus that the sources of ui/ make are not among the classes of
/// screens that were seen. Sources: their texts.
QStringList screensLeftOut(const QStringList &sources, const QStringList &seen);
/// The sources of ui/, and the classes of a screen: its own and those it is made of.
QStringList windowSources();
QStringList classesOf(const QWidget &screen);

} // namespace nianbao::test
