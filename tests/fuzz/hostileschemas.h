// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "random.h"

#include <QString>

namespace nianbao::fuzz {

/// A report file with a schema that is not ours. False when nothing came of it.
bool breakSchema(const QString &path, Random &random);

} // namespace nianbao::fuzz
