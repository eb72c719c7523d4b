// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QDateTime>

namespace nianbao {

class Database;

// A report as rows of the newest schema. No transaction of their own.

/// Everything the delta names, as it is in the report now.
Result<> writeDelta(Database &db, const Report &report, const Delta &delta);
/// All of the report into empty tables.
Result<> writeWhole(Database &db, const Report &report, const QDateTime &created);
/// Errors: Damaged with the key that makes no sense, UnknownForm.
Result<Report> readReport(Database &db, const QString &path);

} // namespace nianbao
