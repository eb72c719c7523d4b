// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"

#include <memory>

namespace nianbao {

class Report;
struct Finding;

/// What a paper says beyond the report itself; whoever has the file knows it.
struct PaperContext {
    bool showsComments = false; // in the margin of the report; the 审阅稿 has them always
    std::shared_ptr<const Report>
        before{}; // 审阅稿: what its readers saw last; null: last year's is compared
    QString beforeWords{}; // when that was: 2022年1月5日送审的稿子
    QString digest{}; // 签批单: of the content as it is now, hex
    QString key{}; // fingerprint of the key that sealed it, hex
};

/// What the office prints of a report.
enum class Paper {
    Report, // the report itself
    Review, // 审阅稿: draft mark, line numbers, comments in the margin; then comments, open findings, changes
    Checks, // 核对单: verdict, findings with explanations, balances with their numbers, both years
    SignOff // 签批单: who agreed, from 拟稿 to 签发, with room for handwriting; digest and fingerprint
};

/// report, review, checks, signoff: as the command line says.
std::optional<Paper> paperFromWord(const QString &word);
QString paperWord(Paper paper); // the other way
/// 年度报告, 审阅稿, 核对单, 签批单: also the end of a file's name.
QString paperName(Paper paper);

/// The report itself or the paper about it; the findings are those of this report.
Manuscript manuscriptOf(
    Paper paper, const Report &report, const QList<Finding> &findings, const PaperContext &context = {});

} // namespace nianbao
