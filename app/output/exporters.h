// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QByteArray>

namespace nianbao {

/// Writes bytes to a file whole or not at all. Errors: NoPermission, DiskFull, WriteFailed with the path.
Result<> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace nianbao
