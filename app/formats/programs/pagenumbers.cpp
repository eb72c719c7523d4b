// SPDX-License-Identifier: MulanPSL-2.0
#include "pagenumbers.h"

#include <algorithm>

namespace nianbao {

bool isPageNumber(QStringView line)
{
    static const QString marks = QStringLiteral("-－—–‐‑―─·•/／第页共,，|[]（）()");
    constexpr qsizetype kMost = 16, kMostDigits = 4;
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const auto digits = std::count_if(line.begin(), line.end(), isDigit);
    const bool isOfThese
        = std::all_of(line.begin(), line.end(), [&](QChar c) { return c.isDigit() || marks.contains(c); });
    return isOfThese && digits > 0 && line.size() <= kMost
        && (digits <= kMostDigits || (line.contains(u'/') || line.contains(u'共')));
}

} // namespace nianbao
