// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// Characters for the parts of hanzi (U+2E80–2FDF), which some writers of PDF leave in their place, as the
/// hanzi they look like: ⼀⼯⼈ is 一工人. Nothing else is folded: brackets and commas stay as wide as they
/// are.
QString withoutRadicals(QString text);

} // namespace nianbao
