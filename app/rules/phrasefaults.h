// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rulewords.h"

#include <QJsonArray>

namespace nianbao {

/// Why a phrase of an office is refused: the first reason.
struct PhraseFault {
    qsizetype phrase = 0; // index
    QString where{}; // path in the phrase: words[0], reads[1]
    QString reason{}; // a sentence for a person, in the language of the program
};

/// All phrases that are refused, in their order. Those that are well formed are read together with the words
/// there are, each with its examples: the figure in [ ] counts what the phrase says, or nothing of it.
QList<PhraseFault> phraseFaults(const RuleWords &words, const QJsonArray &phrases);

} // namespace nianbao
