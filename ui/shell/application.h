// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

class QApplication;

namespace nianbao {

class Session;

/// From the command line to the running window. Returns the exit code.
int runApplication(QApplication &application);

/// Versions and what is open, without names or figures, for whoever is asked for help.
QString diagnostics(const Session *session);

} // namespace nianbao
