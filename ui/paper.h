// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagedocument.h"
#include "report.h"

class QWidget;

namespace nianbao {

/// Writes the pages as .pdf, or the report as JSON by any other suffix; whole or not at all.
Result<> exportReport(const Report &report, const PageDocument &pages, const QString &path);

/// Asks for printer and range, then prints; shows the system's own preview. Failures are told.
void printWithDialog(QWidget *parent, const PageDocument &pages);
void showPrintPreview(QWidget *parent, const PageDocument &pages);

} // namespace nianbao
