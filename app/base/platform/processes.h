// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDateTime>

#include <optional>

namespace nianbao {

/// A process that runs now. Numbers are given anew; number and start together are not.
struct Process {
    qint64 startTicks = 0; // since the machine started, in the kernel's ticks; -1: it is hidden from us
    QDateTime startedAt{};
};

/// nullopt: no such process, or one that has ended and only waits to be counted.
std::optional<Process> processNow(qint64 pid);

} // namespace nianbao
