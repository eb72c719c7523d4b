// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

class QApplication;

namespace nianbao {

/// From the command line to the running window. Returns the exit code.
int runApplication(QApplication &application);

} // namespace nianbao
