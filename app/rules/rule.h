// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"
#include "spec.h"

namespace nianbao {

class Inspection;

enum class RuleGroup { Tables, Texts, Content, Language };
Phrase title(RuleGroup group);

/// All there is to know of one rule, in the file that finds its faults. A constant.
struct Rule {
    const char *id; // as files, other programs and people call it: TXT-SUM
    Level level; // of its findings, unless the rule says otherwise (PRIVACY)
    RuleGroup group;
    Sentence title;
    Sentence text; // what holds where there is nothing to find
    const char *wrong; // an example: words of a report, or what is said of a table
    const char *right; // and the same in order
    void (*find)(Inspection &); // rules that read the same together share one, which runs once

    RuleId ruleId() const { return RuleId(QLatin1String(id)); }
};

} // namespace nianbao
