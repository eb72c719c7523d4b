// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

#include <QByteArray>
#include <QString>

namespace nianbao::bench {

/// What it costs to write a report for other programs and to read it again, a line each; pictures left out.
/// program: nianbao-cli, for what is a whole process. folder: where files may be written.
void printDocuments(const Report &report, const QString &program, const QString &folder);

} // namespace nianbao::bench
