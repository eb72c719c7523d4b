// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QString>

namespace nianbao {

class Session;

/// Where copies of reports are kept: the folder this person chose, else the program's own. It may not be
/// there yet.
QString backupFolder();
/// When this person wants copies and there is none of this report of today: makes it, and lets the oldest go
/// that are beyond the number to be kept. Of a report that cannot be changed, and of a file that is itself
/// among the copies, none is made and none goes. Errors: NoPermission, DiskFull or WriteFailed with the
/// folder that cannot be made; those of Session::saveCopy.
Result<> keepBackup(Session &session);

} // namespace nianbao
