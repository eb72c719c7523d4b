// SPDX-License-Identifier: MulanPSL-2.0
#include "processes.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <limits>
#include <unistd.h>

namespace nianbao {

namespace {

// Fields of /proc/PID/stat behind the command in parentheses, proc(5)
constexpr qsizetype kState = 0;
constexpr qsizetype kStartTime = 19;

QDateTime startOfMachine()
{
    timespec sinceStart{};
    clock_gettime(CLOCK_BOOTTIME, &sinceStart);
    return QDateTime::currentDateTime().addMSecs(
        -(qint64(sinceStart.tv_sec) * 1000 + sinceStart.tv_nsec / 1'000'000));
}

} // namespace

std::optional<Process> processNow(qint64 pid)
{
    if (pid <= 0 || pid > std::numeric_limits<pid_t>::max())
        return std::nullopt;
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly)) {
        // processes of others may be hidden
        const bool isThere = kill(pid_t(pid), 0) == 0 || errno == EPERM;
        return isThere ? std::optional(Process{-1, startOfMachine()}) : std::nullopt;
    }
    const QByteArray all = stat.readAll();
    const auto fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    const QByteArray state = fields.value(kState);
    if (state.isEmpty() || state == "Z" || state == "X")
        return std::nullopt;
    const qint64 ticks = fields.value(kStartTime).toLongLong();
    return Process{ticks, startOfMachine().addMSecs(ticks * 1000 / sysconf(_SC_CLK_TCK))};
}

} // namespace nianbao
