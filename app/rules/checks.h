// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"
#include "ruleset.h"

namespace nianbao {

/// One thing to correct, explain or look at. Wrong content is a Finding, never an Error.
/// What it is about stays recognisable by its key while the text around it changes; whether an explanation
/// still holds is told by its operands.
struct Finding {
    RuleId rule{};
    Level level = Level::Error;
    QList<CellId> cells{}; // where, in the tables
    Place place{}; // where, in the texts, with the range of the excerpt as far as it is known; may be nowhere
    QString excerpt{}; // the words it speaks of; may be empty
    Phrase title{}; // a few words
    Phrase message{}; // whole sentence with both operands and the difference
    QString left{};
    QString right{};
    std::optional<QString>
        fix{}; // puts this in the place of the excerpt; only where there is exactly one way
    QString binding{}; // live figure that would say the right number; may be empty
    qsizetype numberStart = -1; // the number it would replace, in the stored text
    qsizetype numberLength = 0;
    bool explained = false; // explained, or a hint dismissed, with the operands it has now
    QString explanation{}; // that text; of a lapsed one too, to be taken up again
    QString key{}; // rule, place and what it is about
    QString operands() const { return left + u'|' + right; }
    /// Whether it speaks of a text; the note of a cell belongs to its table.
    bool isInText() const { return !place.isNowhere() && place.kind() != Place::Kind::Note; }
    bool operator==(const Finding &) const = default;
};
using Findings = QList<Finding>;

/// All rules of the set over the whole report, sorted by level, then by place in the report; rules that the
/// report switches off are left out. Pure and total; any number may run at the same time.
Findings check(const Report &report, const RuleSet &rules);

/// What an explanation answers now, by key; one of a finding that is gone, or is another by now, is not.
QSet<QString> answered(const Findings &findings);

enum class Verdict { Fail, Explain, Pass };
Verdict verdict(const Findings &findings);
QString toString(Verdict verdict); // fail, explain, pass
QString toString(Level level); // error, explain, hint
int count(const Findings &findings, Level level); // the open ones: neither explained nor put aside
int explanations(
    const Findings &findings); // written ones that hold, of hints too; what is put aside has none

} // namespace nianbao
