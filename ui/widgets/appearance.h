// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"
#include "themes.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;
class QWidget;

namespace nianbao {

/// The few colours and sizes all screens share, by the theme that the palette is of; a level is never told by
/// colour alone.
namespace appearance {
bool isDark(const QPalette &palette);
QColor levelColour(const QPalette &palette, Level level);
QString levelMark(Level level); // ● ◆ ○
QString levelWord(Level level); // 错误 需说明 提示
QColor okColour(const QPalette &palette);
QColor quiet(const QPalette &palette); // secondary text
QColor line(const QPalette &palette); // hairlines between surfaces
QColor surface(const QPalette &palette); // panel ground, a shade off the base
QColor headGround(const QPalette &palette); // heads of tables
QColor computedGround(const QPalette &palette); // computed cells
QColor errorGround(const QPalette &palette);
QColor explainGround(const QPalette &palette);
QColor accent(const QPalette &palette); // the one accent colour
/// Never below what can be read: 8 pt where the text around it has that.
QFont scaled(const QFont &font, double factor, bool bold = false);

// What follows when the person chooses another theme or size of text.
void setTextSize(QWidget *words, double factor, bool bold = false); // of the usual size
void setInk(QWidget *words, Colour colour);
void setGround(QWidget *widget, Colour colour); // which it fills
/// Called with each change of colours, for what holds some of its own; not at once.
void onNewColours(QWidget *widget, std::function<void()> work);

// Labels and buttons show their words to the letter, whatever these hold: no markup, no key's mark.
QLabel *label(const QString &words, QWidget *parent);
QLabel *titleLabel(QWidget *parent); // of a page
QLabel *quietLabel(QWidget *parent); // word-wrapped secondary text
/// What it says can be chosen and copied, by keys too.
void letCopy(QLabel *label);
QToolButton *linkButton(const QString &words, QWidget *parent); // an action that reads like a link
QPushButton *primaryButton(const QString &words, QWidget *parent);
QPushButton *plainButton(const QString &words, QWidget *parent);

/// Palette, style sheet and size of text of the whole program, at once, and what holds for all its windows:
/// see literal::guardLabels and windowplace::keepDialogsInside. textPercent: of the system's own size.
void apply(Theme theme, int textPercent = 100);
void apply(bool dark); // or light
Theme applied(); // as it was chosen
} // namespace appearance

} // namespace nianbao
