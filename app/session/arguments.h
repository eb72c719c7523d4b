// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

namespace nianbao {

/// The words of a command line with every file that was given as a URL ("file:///…", also behind an option's
/// "=") as its path: so desktops and other programs hand files over.
QStringList withoutUrls(const QStringList &arguments);

} // namespace nianbao
