// SPDX-License-Identifier: MulanPSL-2.0
#include "recognitionlook.h"

#include "appearance.h"

#include <QCoreApplication>

namespace nianbao::recognition {

namespace {
struct LookWords {
    Q_DECLARE_TR_FUNCTIONS(Recognition)
};
} // namespace

QString mark(Recognition state)
{
    switch (state) {
    case Recognition::Sure: return QStringLiteral("✓");
    case Recognition::Guessed: return QStringLiteral("≈");
    case Recognition::Blank: return QStringLiteral("□");
    case Recognition::Absent: return QStringLiteral("╱");
    case Recognition::Unreadable: break;
    }
    return QStringLiteral("?");
}

QString word(Recognition state)
{
    switch (state) {
    case Recognition::Sure: return LookWords::tr("Recognised");
    case Recognition::Guessed: return LookWords::tr("Guessed");
    case Recognition::Blank: return LookWords::tr("Blank");
    case Recognition::Absent: return LookWords::tr("No such row");
    case Recognition::Unreadable: break;
    }
    return LookWords::tr("Unreadable");
}

QColor colour(const QPalette &palette, Recognition state)
{
    switch (state) {
    case Recognition::Sure: return appearance::okColour(palette);
    case Recognition::Guessed: return appearance::levelColour(palette, Level::Explain);
    case Recognition::Blank:
    case Recognition::Absent: return appearance::quiet(palette);
    case Recognition::Unreadable: break;
    }
    return appearance::levelColour(palette, Level::Error);
}

QColor ground(const QPalette &palette, Recognition state)
{
    if (state == Recognition::Unreadable)
        return appearance::errorGround(palette);
    if (state != Recognition::Guessed)
        return palette.color(QPalette::Base);
    return appearance::explainGround(palette);
}

} // namespace nianbao::recognition
