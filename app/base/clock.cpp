// SPDX-License-Identifier: MulanPSL-2.0
#include "clock.h"

namespace nianbao {

namespace {
Clock s_clock = nullptr;
}

QDateTime now() { return s_clock ? s_clock() : QDateTime::currentDateTime(); }

void setClock(Clock clock) { s_clock = clock; }

} // namespace nianbao
