// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QLabel;
class QPushButton;
class QToolButton;
class QWidget;

namespace nianbao {

/// The few colours and sizes all screens share, derived from the palette: light and dark both work, and a
/// level is never told by colour alone.
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
QColor accent(const QPalette &palette); // the one accent colour
QFont scaled(const QFont &font, double factor, bool bold = false);

// Labels and buttons show their words to the letter, whatever these hold: no markup, no key's mark.
QLabel *label(const QString &words, QWidget *parent);
QLabel *titleLabel(QWidget *parent); // of a page
QLabel *quietLabel(QWidget *parent); // word-wrapped secondary text
QToolButton *linkButton(const QString &words, QWidget *parent); // an action that reads like a link
QPushButton *primaryButton(const QString &words, QWidget *parent);
QPushButton *plainButton(const QString &words, QWidget *parent);

/// Palette and style sheet of the whole program, and what holds for all its windows: see literal::guardLabels
/// and windowplace::keepDialogsInside. dark: nullopt follows the system's palette.
void apply(std::optional<bool> dark);
} // namespace appearance

} // namespace nianbao
