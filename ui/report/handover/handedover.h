// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace nianbao {

class Session;

/// One line for each time the report was handed over, oldest first, and one for its publication: when, to
/// whom, which content, and whether the report still says that.
QStringList handedOverLines(const Session &session);
/// The same as a panel; nullptr: nothing happened yet.
QWidget *handedOverPanel(const Session &session, QWidget *parent);

} // namespace nianbao
