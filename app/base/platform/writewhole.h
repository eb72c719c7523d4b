// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QByteArray>

#include <functional>

class QIODevice;

namespace nianbao {

/// An export never takes the place of a report, under whatever name or link it is reached, nor of a file that
/// stands beside one (its lock, its journal). Error SameFile.
Result<> mayReplace(const QString &path);

/// Writes a file whole or not at all: work writes to a temporary file beside it, which takes its place, with
/// its permissions, only when every byte has reached the disk. A link is followed. Errors: that of work, that
/// of mayReplace, else NoPermission, DiskFull, WriteFailed with the path.
Result<> writeWhole(const QString &path, const std::function<Result<>(QIODevice &)> &work);
Result<> writeWhole(const QString &path, const QByteArray &bytes);

enum class Readers { Anyone, Owner }; // Owner: mode 600, where the file system knows modes

/// A new file, whole or not at all, from its first byte on for these readers alone. What has that name
/// already, a link itself included, is not touched. Errors: FileExists, that of mayReplace, else
/// NoPermission, DiskFull, WriteFailed with the path.
Result<> writeNew(const QString &path, const QByteArray &bytes, Readers readers);

/// True when the device took every byte. A short write is continued, so that the device can say what is
/// wrong.
bool writeAll(QIODevice &device, const QByteArray &bytes);

} // namespace nianbao
