// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "database.h"

namespace nianbao {

/// Is the schema word for word what our migrations make for the file's version? A view, trigger, index or
/// table more, or one of ours in other words, would make our own statements do something else. To be asked
/// before the first statement on a table. Errors: ForeignSchema (detail: the part), Damaged (a part of ours
/// is missing), TooNew, TooCostly.
Result<> expectOurSchema(Database &db, const QString &shownPath);

} // namespace nianbao
