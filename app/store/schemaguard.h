// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "database.h"

namespace nianbao {

/// Is the schema word for word what our migrations make for the file's version? A view, trigger, index or
/// table more, or one of ours in other words, would make our own statements do something else. To be asked
/// before the first statement on a table. Errors: ForeignSchema (detail: the part), Damaged (a part of ours
/// is missing), TooNew, TooCostly.
/// The schema is known by its digest; only one that is not ours is compared part by part, to say what
/// differs.
Result<> expectOurSchema(Database &db, const QString &shownPath);

/// SHA-256 in hexadecimal of every word of the schema, in whatever order its parts were made.
Result<QByteArray> schemaDigest(Database &db);

} // namespace nianbao
