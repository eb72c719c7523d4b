// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QJsonObject>

namespace nianbao::test {

/// A faultless report with the patches of test data put on it one after the other: `form`, `year`, `facts`,
/// `cells`, `declared`, `sections` (replaced whole), `add` (sub-sections behind), `texts` (by place),
/// `channels`, `prior` (a patch of last year's report). Aborts the test program when one cannot be put on.
Report faultless(const QList<QJsonObject> &patches, int yearBefore = 0);

} // namespace nianbao::test
