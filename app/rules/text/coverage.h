// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QString>

#include <vector>

namespace nianbao {

/// In which letter a text is set: the roles of resources/style/page.json.
enum class Letter { Title, Body, Heading1, Heading2, Table };

/// Which characters the fonts of the default set-up can print in a letter, stand-ins included. Data of
/// resources/rules/coverage.json: the same on every computer, whatever fonts it has. Letters with the same
/// fonts share one list.
class Coverage {
public:
    static const Coverage &of(Letter letter);
    bool has(char32_t character) const
    {
        return character < m_has.size() && m_has[static_cast<size_t>(character)];
    }

private:
    struct All;
    static All read();

    std::vector<bool> m_has{}; // by character, up to the last one
};

} // namespace nianbao
