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
    Phrase words{}; // "新收 12 ＋ 上年结转 3 ＝ 办结 14 ＋ 结转下年 1"
    QString difference{};
};
/// The equations of a table that use this year's cells only.
QList<Balance> balances(const Report &report, const TableId &table);
/// The equation itself: "一 ＋ 二 ＝ 三(七) ＋ 四".
QString equationWords(const ReportSpec &spec, const Equation &equation);

} // namespace nianbao
