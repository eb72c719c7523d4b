// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QByteArray>

#include <functional>

class QIODevice;

namespace nianbao {

/// Writes a file whole or not at all: work writes to a temporary file beside it, which takes its place only
/// when everything succeeded. Errors: that of work, else NoPermission, DiskFull, WriteFailed with the path.
Result<> writeWhole(const QString &path, const std::function<Result<>(QIODevice &)> &work);
Result<> writeWhole(const QString &path, const QByteArray &bytes);

/// True when the device took every byte. A short write is continued, so that the device can say what is
/// wrong.
bool writeAll(QIODevice &device, const QByteArray &bytes);

} // namespace nianbao
