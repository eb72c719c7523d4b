// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// The character that a sign of a font of pictures (w:sym) stands for; empty: not known. code: hexadecimal.
QString docxSign(const QString &font, const QString &code);

} // namespace nianbao
