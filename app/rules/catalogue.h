// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rule.h"

#include <QStringList>

namespace nianbao {

/// What the program says of a rule. The words are data, in resources/rules/catalogue.json: all that is read
/// of a rule in one place, whichever file finds its faults. A rule or a key that is not there is a fault of
/// the program and ends it; tst_catalogue walks all of them. A program with rules of its own has their words
/// in another :/rules/catalogue*.json.
struct RuleWording {
    Sentence title{};
    Sentence text{}; // what holds where there is nothing to find
    QString wrong{}; // an example: words of a report, or what is said of a table
    QString right{}; // and the same in order
};
const RuleWording &wordingOf(const Rule &rule);

/// What is said of one kind of fault that the rule finds; both take the same arguments.
struct Saying {
    Sentence title{}; // a few words
    Sentence message{}; // a whole sentence
};
const Saying &sayingOf(const Rule &rule, const char *key);
bool hasSaying(const Rule &rule, const char *key);

/// Words that the sentences of a rule are made with, and those of all rules.
const Sentence &ruleSentence(const Rule &rule, const char *key);
const Sentence &commonSentence(const char *key);
template <typename... Arguments>
Phrase ruleWords(const Rule &rule, const char *key, const Arguments &...arguments)
{
    return Phrase(ruleSentence(rule, key), arguments...);
}
template <typename... Arguments> Phrase commonWords(const char *key, const Arguments &...arguments)
{
    return Phrase(commonSentence(key), arguments...);
}

} // namespace nianbao
