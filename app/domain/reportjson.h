// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QByteArray>
#include <QStringList>

namespace nianbao {

struct ImportedReport {
    Report report;
    QStringList notices{}; // unknown keys that were ignored, each as a JSON path
    QStringList removed{}; // texts that lost characters nobody sees: JSON path and characters
};

/// Reads a report in the interchange format (nianbao-report, version 1), decimals exact.
/// Errors: BadJson with the JSON path, UnknownForm.
Result<ImportedReport> reportFromJson(const QByteArray &json);

/// Writes it, prior year's report included. Reading the result gives an equal report.
QByteArray reportToJson(const Report &report);

} // namespace nianbao
