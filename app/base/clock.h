// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDateTime>

namespace nianbao {

/// The time of day behind a pointer, so that tests can hold it still.
using Clock = QDateTime (*)();
QDateTime now();
void setClock(Clock clock); // nullptr: the real one

} // namespace nianbao
