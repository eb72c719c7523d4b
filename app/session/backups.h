// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QString>

namespace nianbao {

/// Where copies of reports are kept: the folder this person chose, else the program's own. It may not be
/// there yet.
QString backupFolder();
/// When this person wants copies and there is none of the report in that file of today: makes it, and lets
/// the oldest go that are beyond the number to be kept. Of a file that is itself among the copies none is
/// made and none goes. Opens the file itself, to look, so it may run in any thread while somebody edits it.
/// Errors: NoPermission, DiskFull or WriteFailed with the folder that cannot be made; those of Session::open
/// and Session::saveCopy.
Result<> keepBackup(const QString &path);

} // namespace nianbao
