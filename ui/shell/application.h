// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

class QApplication;

namespace nianbao {

/// From the command line to the running window. Returns the exit code.
int runApplication(QApplication &application);

/// Versions, and what a workspace says of what is open.
QString diagnostics(const QString &open);

} // namespace nianbao
