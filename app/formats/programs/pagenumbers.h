// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// Whether a line without blanks is what stands at the edge of a page alone: 3, —3—, -3-, 3/8, 第3页,
/// 第3页共8页.
bool isPageNumber(QStringView line);

} // namespace nianbao
