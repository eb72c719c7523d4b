// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reportjson.h"

namespace nianbao {

/// A report to take from, not to edit: a .nianbao file, or else JSON in the interchange format. It is
/// a draft unless its seal verifies: nothing else says that somebody approved it. Errors: those of
/// Session::open, reportFromJson and readWholeFile.
Result<ImportedReport> readReport(const QString &path);

} // namespace nianbao
