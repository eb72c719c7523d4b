// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "papers.h"

namespace nianbao {

/// 签批单. verdict: of the checks, in words.
Manuscript signOffSheet(const Report &report, const QString &verdict, const PaperContext &context);

} // namespace nianbao
