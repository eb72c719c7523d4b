// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

namespace nianbao {

class Report;
struct Finding;

/// What the office prints of a report.
enum class Paper {
    Report, // the report itself
    Review, // 审阅稿: draft mark, line numbers, then the open findings and the changes against last year
    Checks, // 核对单: verdict, findings with explanations, balances with their numbers, both years
    SignOff // 签批单: 拟稿, 核稿, 会签, 签发 with room for handwriting
};

/// report, review, checks, signoff: as the command line says.
std::optional<Paper> paperFromWord(const QString &word);
/// 年度报告, 审阅稿, 核对单, 签批单: also the end of a file's name.
QString paperName(Paper paper);

/// The report itself or the paper about it; the findings are those of this report.
Manuscript manuscriptOf(Paper paper, const Report &report, const QList<Finding> &findings);

} // namespace nianbao
