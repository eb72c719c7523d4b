// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// Installs the program's translation, and Qt's own, into the running application. "zh_CN" or "en"; anything
/// else is Chinese.
void installLanguage(const QString &language);

} // namespace nianbao
