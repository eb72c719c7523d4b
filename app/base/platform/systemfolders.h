// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

namespace nianbao {

/// Folders that the system empties, whatever the environment says of them.
QStringList temporaryFolders();
/// Where this person keeps documents; the home folder where there is no such folder.
QString documentsFolder();
/// Where fonts lie of which the system's list may not know, ours first.
QStringList fontFolders();

} // namespace nianbao
