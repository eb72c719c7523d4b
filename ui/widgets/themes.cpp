// SPDX-License-Identifier: MulanPSL-2.0
#include "themes.h"

#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace nianbao::themes {

namespace {

struct Row {
    Colour name;
    const char *light;
    const char *dark;
    const char *contrast;
};

constexpr std::array<Row, size_t(Colour::Last) + 1> kColours{{
    {Colour::Window, "#f6f7f9", "#1f2226", "#000000"},
    {Colour::Base, "#ffffff", "#26292e", "#000000"},
    {Colour::Alternate, "#f1f3f6", "#2b2f35", "#141414"},
    {Colour::Surface, "#f3f5f8", "#23262b", "#000000"},
    {Colour::Desk, "#cfd5de", "#15171a", "#000000"},
    {Colour::HeadGround, "#f0f2f6", "#2d3239", "#1a1a1a"},
    {Colour::ComputedGround, "#f3f6fc", "#2a313c", "#141414"},
    {Colour::ErrorGround, "#fdeceb", "#4a2624", "#3a0000"},
    {Colour::ExplainGround, "#fdf3da", "#43391f", "#332b00"},
    {Colour::Button, "#ffffff", "#2f343a", "#000000"},
    {Colour::Chosen, "#dfe8f6", "#253a57", "#003a66"},
    {Colour::Marked, "#c9dbf5", "#34558a", "#0050a0"},
    {Colour::Text, "#1d2430", "#e4e7eb", "#ffffff"},
    {Colour::Quiet, "#5d6776", "#a6b0bb", "#e6e6e6"},
    {Colour::Placeholder, "#646e7c", "#8d959f", "#909090"},
    {Colour::Disabled, "#7a8390", "#8a939d", "#a8a8a8"},
    {Colour::Accent, "#1c5bb8", "#8fbaf7", "#ffd000"},
    {Colour::OnAccent, "#ffffff", "#10141a", "#000000"},
    {Colour::Error, "#b3261e", "#ff9c93", "#ff9a94"},
    {Colour::Explain, "#8a5a00", "#f2c14e", "#ffe14d"},
    {Colour::Ok, "#1a7340", "#6fcf97", "#7dff9e"},
    {Colour::Edge, "#747d8a", "#858e99", "#ffffff"},
    {Colour::Line, "#7f8895", "#7b848f", "#bfbfbf"},
}};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < kColours.size(); ++i) {
        if (size_t(kColours[i].name) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder());

/// Relative luminance.
double luminance(const QColor &colour)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(double(colour.redF())) + 0.7152 * part(double(colour.greenF()))
        + 0.0722 * part(double(colour.blueF()));
}

} // namespace

QString key(Theme theme)
{
    switch (theme) {
    case Theme::Light: return QStringLiteral("light");
    case Theme::Dark: return QStringLiteral("dark");
    case Theme::HighContrast: return QStringLiteral("contrast");
    case Theme::System: break;
    }
    return QStringLiteral("system");
}

Theme fromKey(const QString &key)
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        if (themes::key(theme) == key)
            return theme;
    }
    return Theme::System;
}

QColor colour(Theme shown, Colour name)
{
    const Row &row = kColours[size_t(name)];
    return QColor(QLatin1String(shown == Theme::HighContrast ? row.contrast
            : shown == Theme::Dark                           ? row.dark
                                                             : row.light));
}

QPalette palette(Theme shown)
{
    const auto of = [shown](Colour name) { return colour(shown, name); };
    const bool isLight = shown == Theme::Light;
    QPalette p;
    p.setColor(QPalette::Window, of(Colour::Window));
    p.setColor(QPalette::Base, of(Colour::Base));
    p.setColor(QPalette::AlternateBase, of(Colour::Alternate));
    p.setColor(QPalette::Button, of(Colour::Button));
    p.setColor(QPalette::ToolTipBase, of(Colour::Base));
    // of bevels; Fusion draws its outlines in shades of the window
    p.setColor(QPalette::Light, isLight ? of(Colour::Base) : of(Colour::Button).lighter(130));
    p.setColor(QPalette::Midlight, isLight ? QColor(0xec, 0xef, 0xf3) : of(Colour::Button).lighter(115));
    p.setColor(QPalette::Mid, of(Colour::Edge));
    p.setColor(QPalette::Dark, of(Colour::Line));
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, of(Colour::Text));
    p.setColor(QPalette::PlaceholderText, of(Colour::Placeholder));
    p.setColor(QPalette::Highlight, of(Colour::Chosen));
    p.setColor(QPalette::HighlightedText, of(Colour::Text));
    p.setColor(QPalette::Link, of(Colour::Accent));
    p.setColor(QPalette::LinkVisited, of(Colour::Accent));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, of(Colour::Disabled));
    return p;
}

// by the text: a style sheet may make grounds transparent; and by that of what can be used
Theme shownBy(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    if (text.rgb() == colour(Theme::HighContrast, Colour::Text).rgb())
        return Theme::HighContrast;
    return text.lightness() > 128 ? Theme::Dark : Theme::Light;
}

Theme nearest(const QPalette &ofSystem)
{
    constexpr double kDesktopsHighest = 20; // no usual theme is black upon white, or the other way
    const QColor text = ofSystem.color(QPalette::Active, QPalette::WindowText);
    const QColor ground = ofSystem.color(QPalette::Active, QPalette::Window);
    if (contrast(text, ground) > kDesktopsHighest)
        return Theme::HighContrast;
    return luminance(text) > luminance(ground) ? Theme::Dark : Theme::Light;
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace nianbao::themes
