// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"
#include "report.h"

namespace nianbao {

/// An equation with its numbers, for the line under a table.
struct Balance {
    enum class State { Open, Equal, Unequal }; // Open: a cell of it is blank
    State state = State::Open;
    bool isOfRow = false;
    QString each{}; // label of the column or row
    Phrase words{}; // "一 12 ＋ 二 3 ＝ 三(七) 14 ＋ 四 1"
    QString difference{};
};
/// The equations of a table that use this year's cells only.
QList<Balance> balances(const Report &report, const TableId &table);
/// The equation itself: "一 ＋ 二 ＝ 三(七) ＋ 四".
QString equationWords(const ReportSpec &spec, const Equation &equation);

} // namespace nianbao
