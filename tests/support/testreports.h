// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QByteArray>
#include <QStringList>

namespace nianbao::test {

QByteArray readFile(const QString &path); // aborts the test program when it cannot
/// tests/data/reports/NAME.json
Report sampleReport(const QString &name);
QStringList sampleNames(); // all of tests/data/reports
/// Every typed cell 0, totals computed, a sub-section in each narrative section: nothing to find but nothing
/// odd.
Report filledReport(const QString &form = QStringLiteral("2021"), int year = 2021);
/// The same with something of everything a report can hold: notes, channels, a picture, charts, last year's
/// report and live figures that speak of it, totals that were declared as they are computed. No error is open.
Report fullReport();
QByteArray smallPicture(); // PNG

} // namespace nianbao::test
