// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"
#include "spec.h"

#include <QByteArray>

namespace nianbao {

/// Reads one form file. A bad file is refused with the JSON path and the reason: unknown or duplicate id,
/// dangling reference, cycle, wrong type, wrong number of widths.
Result<SpecPointer> readSpec(const QByteArray &json);

} // namespace nianbao
