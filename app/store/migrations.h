// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "database.h"

namespace nianbao {

/// Applies the steps between two schema versions in order, without a transaction of its own, and sets
/// user_version. From 0: an empty database.
Result<> migrate(Database &database, int from, int to);

/// The digest (schemaguard.h) of the schema that these steps make of an empty database.
QByteArray publishedDigest(int version);

} // namespace nianbao
