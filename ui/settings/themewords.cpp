// SPDX-License-Identifier: MulanPSL-2.0
#include "themewords.h"

#include <QCoreApplication>

namespace nianbao {

namespace {
struct ThemeNames {
    Q_DECLARE_TR_FUNCTIONS(ThemeNames)
};
} // namespace

QString themeWords(Theme theme)
{
    switch (theme) {
    case Theme::Light: return ThemeNames::tr("Light");
    case Theme::Dark: return ThemeNames::tr("Dark");
    case Theme::HighContrast: return ThemeNames::tr("High contrast");
    case Theme::System: break;
    }
    return ThemeNames::tr("As the system");
}

} // namespace nianbao
