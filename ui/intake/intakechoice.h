// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "proposal.h"

#include <optional>

namespace nianbao {

class Report;

/// What a document becomes.
enum class IntakeUse {
    NewReport, // 作为本年度报告
    IntoOpen, // 放进打开的报告
    PriorOfOpen, // 作为打开的报告的上一年
    PriorOfNew, // 据此新建下一年的
    AddFigures // 合并同事的数字
};

/// In which it is looked at.
struct IntakeSetting {
    const Report *open = nullptr; // a report that takes something; nullptr: none
    std::optional<IntakeUse> use{}; // what is meant, if it is known; else by its year
};

struct IntakeChoice {
    IntakeUse use = IntakeUse::NewReport;
    Proposal proposal{}; // what was confirmed is sure there
    Acceptance acceptance{};
    int year = 0; // of the report it makes
    QList<TableId> tables{}; // of AddFigures
    QString from{}; // whose figures
};

} // namespace nianbao
