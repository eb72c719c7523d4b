// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "themes.h"

namespace nianbao {

/// What a theme is called: 跟随系统, 浅色, 深色, 高对比.
QString themeWords(Theme theme);

} // namespace nianbao
