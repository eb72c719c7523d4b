// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "random.h"

namespace nianbao::fuzz {

/// A report in JSON with other values, keys, lengths or bytes.
QByteArray brokenJson(const QByteArray &json, Random &random);

} // namespace nianbao::fuzz
