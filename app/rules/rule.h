// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"
#include "spec.h"

namespace nianbao {

class Inspection;

enum class RuleGroup { Tables, Texts, Content, Language };
Phrase title(RuleGroup group);

/// One rule, in the file that finds its faults. A constant. What is said of it is in the catalogue.
struct Rule {
    const char *id; // as files, other programs and people call it: TXT-SUM
    Level level; // of its findings, unless the rule says otherwise (PRIVACY)
    RuleGroup group;
    void (*find)(Inspection &); // rules that read the same together share one, which runs once

    RuleId ruleId() const { return RuleId(QLatin1String(id)); }
};

} // namespace nianbao
