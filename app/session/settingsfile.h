// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QSettings>

namespace nianbao {

/// What this person's file of settings is asked or told: one for each user, whatever the program is called
/// that asks.
template <typename Work> auto withSettings(Work work)
{
    QSettings store(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("nianbao"), QStringLiteral("nianbao"));
    return work(store);
}

} // namespace nianbao
