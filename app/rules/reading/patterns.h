// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QRegularExpression>
#include <QStringList>

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

/// What a text must hold for the expression to match: one word of each alternative, as long as can be told;
/// empty: it cannot be told. isAll: the expression is nothing but these words.
struct NeededWords {
    QStringList words{};
    bool isAll = false;
};
NeededWords neededWords(const QString &expression);

/// Whether the expression matches anywhere in the text. It is compiled only where its words occur: most are
/// asked once a text about matters that it does not touch, and compiling them costs more than all the rest.
bool has(const QString &text, const char *literal);

/// The same of an expression that the form of the year gives.
const QRegularExpression &pattern(const QString &expression);
bool has(const QString &text, const QString &expression);

} // namespace nianbao
