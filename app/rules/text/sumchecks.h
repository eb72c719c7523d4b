// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "statements.h"

namespace nianbao {

void checkSums(Inspection &check, const CheckedText &text, const QList<Mention> &mentions); // TXT-SUM
void checkRegister(Inspection &check); // TXT-SUM of the channels themselves

} // namespace nianbao
