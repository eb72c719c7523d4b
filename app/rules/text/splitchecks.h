// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "inspection.h"
#include "reading.h"

namespace nianbao {

/// TXT-SUM and CHANNEL-TOTAL in one text: parts of a split against their total, channels and categories
/// against the register. faulty: indices of mentions that have a finding already.
void checkSplits(
    Inspection &check, const CheckedText &text, const Reading &reading, const QList<int> &faulty);
/// A channel's own count against its categories.
void checkRegister(Inspection &check);

} // namespace nianbao
