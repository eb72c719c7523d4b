// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "inspection.h"
#include "quantity.h"

namespace nianbao {

/// A counted figure of a text with the words that say what it counts.
struct Mention {
    Quantity quantity{};
    int group = 0; // 0: outside of brackets; each pair of brackets is a group of its own
    int sentence = 0; // number in the text
    qsizetype sentenceStart = 0;
    qsizetype leadStart = 0;
    QString
        lead{}; // from the figure before it in the same group, or the sentence's beginning; quotes blotted
    QString clause{}; // the last clause of the lead
    QString tail{}; // up to the next mark
    qsizetype previous = -1; // index of the figure before it in the same sentence and group
    bool ours = true; // this body's and the whole of this year's; else it is not compared
    bool live = false; // put in as a live figure: cannot disagree
};
QList<Mention> readMentions(const Report &report, const CheckedText &text);

} // namespace nianbao
