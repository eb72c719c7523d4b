// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// Paragraphs written from the figures, with live figures in them and the sentence for none where it is zero.
/// Drafts for the clerk to edit; they never contradict the tables they are made from.
enum class Draft { Disclosure, Requests, Disputes, Fee }; // 主动公开, 依申请公开, 复议诉讼, 信息处理费

QString draftParagraph(const Report &report, Draft draft);

} // namespace nianbao
