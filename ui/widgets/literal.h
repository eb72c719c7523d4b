// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

class QAction;
class QMenu;
class QWidget;

namespace nianbao {

/// Words that come from a file, shown to the letter. Qt guesses: in tooltips it looks for markup, in buttons,
/// menus and tabs for the key's mark &, in window titles for [*]. All words that are not fixed ones of the
/// program go through here on their way to those places; labels are plain by their makers (appearance.h), and
/// words with marks of ours in them are RichWords. A test walks the sources for setters that bypass this.
namespace literal {
/// For Qt::ToolTipRole and QToolTip::showText: breaks at the usual width, is never longer than a person
/// reads.
QString toolTip(const QString &words);
QString wordsOf(const QString &toolTip); // made by it, or plain
/// A screen reader gets the same as the description.
void setToolTip(QWidget *widget, const QString &words);
QString caption(const QString &words); // of a button, tab or box
/// An action's words, tooltip included; long words are cut. Its icon text stays when it has one of its own.
void nameAction(QAction *action, const QString &words);
QAction *addAction(QMenu *menu, const QString &words);
/// A line of a menu with the mark of its key: fixed is the program's own, the words in its %1 are not.
QString menuLine(const QString &fixed, const QString &words = {});
QString windowTitle(const QString &words);
/// From now on no label of the program guesses: those that Qt makes in its own dialogs are plain too. Only
/// tooltips (escaped above) and RichWords are markup.
void guardLabels();
} // namespace literal

} // namespace nianbao
