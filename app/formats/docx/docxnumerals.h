// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao {

/// A number as Word prints it in a list of this number format (w:numFmt: chineseCounting,
/// decimalEnclosedCircle …). Empty: of a format without numbers (none, bullet). What a format cannot say, and
/// a format that is unknown, is said in plain digits. At most thirty characters.
QString docxNumeral(qint64 value, QStringView format);

} // namespace nianbao
