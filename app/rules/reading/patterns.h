// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace nianbao {

/// The compiled expression of a string literal in UTF-8. Compiled once in each thread: rules run after every
/// keystroke. The reference stays valid as long as the thread runs.
inline const QRegularExpression &pattern(const char *literal)
{
    static thread_local std::unordered_map<const char *, QRegularExpression> compiled;
    auto found = compiled.find(literal);
    if (found == compiled.end())
        found = compiled.emplace(literal, QRegularExpression(QString::fromUtf8(literal))).first;
    return found->second;
}

/// The alternatives of a literal that is nothing but words: "将|计划|力争"; empty: it is more than that.
inline const QStringList &wordsOf(const char *literal)
{
    static thread_local std::unordered_map<const char *, QStringList> known;
    auto found = known.find(literal);
    if (found == known.end()) {
        const bool isPlain = std::strpbrk(literal, "\\^$.[](){}?*+") == nullptr;
        found
            = known.emplace(literal, isPlain ? QString::fromUtf8(literal).split(u'|') : QStringList()).first;
    }
    return found->second;
}

/// Whether the expression matches anywhere in the text. Plain words are looked for without compiling
/// anything: most expressions are asked once a text, and compiling them costs more than all the rest.
inline bool has(const QString &text, const char *literal)
{
    const QStringList &words = wordsOf(literal);
    if (words.isEmpty())
        return pattern(literal).match(text).hasMatch();
    return std::any_of(
        words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace nianbao
