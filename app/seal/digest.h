// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QByteArray>

namespace nianbao {

/// SM3 (GB/T 32905) in lower-case hex.
QByteArray sm3(const QByteArray &bytes);

/// Of the content of the report: SM3 over its canonical form. Equal for two reports that say the same.
QString contentDigest(const Report &report);

} // namespace nianbao
