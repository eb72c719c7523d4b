// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "themes.h"

#include <QIcon>
#include <QString>

class QAction;

namespace nianbao {

/// The program's own pictures, resources/icons: lines in the colour of the words beside them, whatever the
/// theme; sharp at every size. They never say anything that words do not say too.
namespace icons {
QIcon icon(const QString &name); // undo, table …; no such picture: an empty one
QIcon icon(const QString &name, Colour ink); // in that colour
void set(QAction *action, const QString &name);
QStringList names();
} // namespace icons

} // namespace nianbao
