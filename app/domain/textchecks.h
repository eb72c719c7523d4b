// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"

#include <QCoreApplication>

namespace nianbao {

/// The sentences of all rules, translated under one context.
struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

/// The rules that read texts: SEC-EMPTY, TITLE, PERIOD. Adds to findings.
void checkTexts(const Report &report, Findings &findings);

} // namespace nianbao
