// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "rule.h"

namespace nianbao {

extern const Rule kTxtReceived, kTxtDone, kTxtOutcome, kTxtPercent, kTxtDisputes, kTxtNormative, kTxtNone,
    kTxtLive, kTxtSum, kChannelTotal;

} // namespace nianbao
