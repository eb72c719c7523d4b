// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

#include <optional>

namespace nianbao {

struct XlsxAt {
    int row = 0;
    int column = 0;
};
/// C1 → 0, 2; $C$1 too. Rows and columns beyond what a sheet may have are its last ones; nullopt: no address.
std::optional<XlsxAt> addressOf(QStringView name);

struct XlsxRange {
    XlsxAt first{};
    XlsxAt last{};
};
std::optional<XlsxRange> rangeOf(QStringView name); // A1:C3; A1 is one, too

/// Digits as Excel shows them: of 15 digits those that count, at most six decimals, no exponent. 0.1+0.2,
/// which is kept as 0.30000000000000004, is 0.3; 1E3 is 1000. What is no number stays as it is.
QString shownNumber(const QString &kept);

/// 44197 → 2021-1-1, with the time where there is one. Numbers that are no day stay numbers.
QString shownDay(const QString &kept, bool countsFrom1904);
/// 2021-01-01T00:00:00 → 2021-1-1, as a cell of the kind "d" has it.
QString shownIsoDay(const QString &kept);

/// Whether a number format shows a day, by its number or its code.
bool isDayFormat(int number, const QString &code);

/// _x000A_ is a line's end, _x005F_ an underline: so Excel keeps what XML cannot.
QString unescaped(const QString &kept);

} // namespace nianbao
