// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QRegularExpression>
#include <QStringList>

namespace nianbao {

/// The compiled expression of a string literal in UTF-8, or of one that the form of the year gives. Compiled
/// once in each thread: rules run after every keystroke. The reference stays valid as long as the thread
/// runs.
const QRegularExpression &pattern(const char *literal);
const QRegularExpression &pattern(const QString &expression);

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
bool has(const QString &text, const QString &expression);

} // namespace nianbao
