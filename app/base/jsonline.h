// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace nianbao {

/// A member's name as it stands in a path that a person reads: a long one is cut.
QString nameInPath(const QString &key);

/// The line, counted from 1, on which the value at that path begins, as JsonCursor::path() spells paths. Of
/// what is not there it is the line of the innermost value around it that is. The text is valid JSON.
int lineOfPath(const QByteArray &json, const QString &path);

} // namespace nianbao
