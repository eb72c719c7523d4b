// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QColor>
#include <QString>

class QPalette;

namespace nianbao {

/// What a person chooses. System is one of the others, told by the system's own palette.
enum class Theme { System, Light, Dark, HighContrast };

/// Every colour of the program has a name, and one value in each theme.
enum class Colour {
    Window,
    Base, // of fields, lists and cards
    Alternate,
    Surface, // panel ground, a shade off the base
    Desk, // on which pages of paper lie
    HeadGround, // heads of tables
    ComputedGround, // computed cells
    ErrorGround,
    ExplainGround,
    Button,
    Chosen, // ground of what is chosen or pointed at
    Marked, // ground of marked text
    Text,
    Quiet, // secondary text
    Placeholder,
    Disabled,
    Accent, // the one accent colour: links, focus
    OnAccent, // text on it
    Error,
    Explain,
    Ok,
    Edge, // around what can be typed into or pressed
    Line, // between surfaces and cells
    Last = Line
};

/// The themes as data. Text on each ground it stands on has a contrast of 4.5 and more, edges, lines and
/// marks of 3: tst_themes holds it for the data, tst_contrast for the screens.
namespace themes {
QString key(Theme theme); // as it is remembered: system, light, dark, contrast
Theme fromKey(const QString &key); // anything else: System

QColor colour(Theme shown, Colour name); // shown: not System
QPalette palette(Theme shown);
/// Which theme a palette of ours is of.
Theme shownBy(const QPalette &palette);
/// Which of ours is nearest to a palette of the system's.
Theme nearest(const QPalette &ofSystem);

/// WCAG 2.1: from 1, the same, to 21.
double contrast(const QColor &one, const QColor &other);
} // namespace themes

} // namespace nianbao
