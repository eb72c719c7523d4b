// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "random.h"

#include <QString>

namespace nianbao::fuzz {

/// A report file changed byte by byte, page by page, in its header or in its length.
QByteArray brokenBytes(const QByteArray &file, Random &random);
/// A report file whose schema is right and whose rows are not.
void breakContent(const QString &path, const QByteArray &priorJson, Random &random);
/// A value as it stands in a statement: of any type and size, also of none that we would write.
QByteArray strangeValue(Random &random);

} // namespace nianbao::fuzz
