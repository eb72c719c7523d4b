// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QRegularExpression>

#include <unordered_map>

namespace nianbao {

/// The compiled expression of a string literal in UTF-8. Compiled once: rules run after every keystroke.
/// The reference stays valid.
inline const QRegularExpression &pattern(const char *literal)
{
    static std::unordered_map<const char *, QRegularExpression> compiled;
    auto found = compiled.find(literal);
    if (found == compiled.end())
        found = compiled.emplace(literal, QRegularExpression(QString::fromUtf8(literal))).first;
    return found->second;
}

/// Whether the expression matches anywhere in the text.
inline bool has(const QString &text, const char *literal) { return pattern(literal).match(text).hasMatch(); }

} // namespace nianbao
