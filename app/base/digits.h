// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

namespace nianbao::digits {

// Digits as people write them. The one place that knows which characters are digits and blanks, and where a
// separator of thousands may stand; cells (entry) and sentences (quantity) are read with it.

/// Of a half- or full-width digit; -1: none.
int valueOf(QChar c);

/// White space of any width, and the marks of no width that come with copied text.
bool isBlank(QChar c);
QStringView trimmed(QStringView text); // of such blanks

enum class Separators {
    None, // machine text: 0-9 and a point
    Commas, // half-width commas, full-width ones
    CommasAndBlanks, // and blanks of every width: 1 234 567
    InProse // the same, but a full-width comma ends a clause unless the digits before it are full-width too
};

/// An unsigned number. Its thousands are separated by one kind of mark all along, in groups of three behind a
/// first one of up to three that begins with no zero: 1,234,567 is one number, 3 4 0 and 1,2 are none.
/// Where the groups are not right, the number ends before the first separator.
struct Number {
    qsizetype length = 0; // 0: none there
    QString whole{}; // plain digits, no leading zeros; empty of ".5"
    QString fraction{}; // all that are printed
    bool isGroupedByBlanks = false;
};
Number read(QStringView text, qsizetype at, Separators separators);

/// A digest or fingerprint in groups of four hex digits: its beginning, as paper and messages show it, or
/// more.
QString grouped(const QString &hex, qsizetype most = 16);

} // namespace nianbao::digits
