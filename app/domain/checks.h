// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// One thing to correct, explain or look at. Wrong content is a Finding, never an Error.
struct Finding {
    RuleId rule{};
    Level level = Level::Error;
    QList<CellId> cells{}; // where, in the tables
    QString section{}; // where, in the text: "title", "introduction", "overview/2", "problems"; may be empty
    QString excerpt{}; // the words it speaks of; may be empty
    QString title{}; // a few words
    QString message{}; // whole sentence with both operands and the difference
    QString left{};
    QString right{};
    bool explained = false;
    bool operator==(const Finding &) const = default;
};
using Findings = QList<Finding>;

/// All rules over the whole report, sorted by level, then by place in the report. Pure and total.
Findings check(const Report &report);

enum class Verdict { Fail, Explain, Pass };
Verdict verdict(const Findings &findings);
QString toString(Verdict verdict); // fail, explain, pass
QString toString(Level level); // error, explain, hint
int count(const Findings &findings, Level level);

/// An equation with its numbers, for the line under a table.
struct Balance {
    enum class State { Open, Equal, Unequal }; // Open: a cell of it is blank
    State state = State::Open;
    QString each{}; // label of the column
    QString words{}; // "一 12 ＋ 二 3 ＝ 三(七) 14 ＋ 四 1"
    QString difference{};
};
/// The equations of a table that use this year's cells only.
QList<Balance> balances(const Report &report, const TableId &table);

} // namespace nianbao
