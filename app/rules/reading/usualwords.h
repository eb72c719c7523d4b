// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

#include <array>

namespace nianbao {

/// Usual words of two to four characters that are no part of a name, from resources/rules/nameless.json.
class UsualWords {
public:
    static constexpr qsizetype kLongest = 4;

    static const UsualWords &shipped();
    bool has(QStringView word) const;

private:
    UsualWords();
    std::array<QString, kLongest + 1> m_ofLength{}; // of each length all in one string, sorted
};

} // namespace nianbao
