// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reading.h"

namespace nianbao {

/// A text without its blanks, and where its characters stand. Blanks between two digits stay: they may
/// separate thousands. A line that ends between a number and its counting word goes on.
struct ReadText {
    QString text{};
    QList<qsizetype> places{};
};
ReadText withoutBlanks(const QString &text);

/// All words, figures and marks of a text without blanks, in order. Figures are numbered as in the list.
QList<Token> tokensOf(const QString &text, const Lexicon &lexicon, const QList<Quantity> &quantities);

} // namespace nianbao
