// SPDX-License-Identifier: MulanPSL-2.0
#include "endsignals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace nianbao {

namespace {

struct EndSignal {
    int number;
    const char *name;
};
constexpr std::array kEndSignals{
    EndSignal{SIGTERM, "SIGTERM"}, EndSignal{SIGHUP, "SIGHUP"}, EndSignal{SIGINT, "SIGINT"}};

volatile int s_heard = -1; // where the handler writes which one came
volatile pid_t s_listener = 0;

/// In the middle of anything: it may only write. A child has it too, until it is another program.
extern "C" void hearEndSignal(int number)
{
    const int before = errno;
    const auto which = char(number);
    if (getpid() == s_listener)
        (void)!write(s_heard, &which, 1);
    errno = before;
}

} // namespace

struct EndSignals::Private {
    std::array<int, 2> ends{-1, -1};
    std::array<struct sigaction, kEndSignals.size()> before{};
    std::array<bool, kEndSignals.size()> isHeard{};
    std::unique_ptr<QSocketNotifier> notifier{};
};

EndSignals::EndSignals(std::function<void(const char *name)> work)
{
    auto made = std::make_unique<Private>();
    if (pipe2(made->ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    d = std::move(made);
    const int heard = d->ends[0];
    d->notifier = std::make_unique<QSocketNotifier>(heard, QSocketNotifier::Read);
    QObject::connect(
        d->notifier.get(), &QSocketNotifier::activated, d->notifier.get(), [heard, work = std::move(work)] {
            char which = 0;
            if (read(heard, &which, 1) != 1)
                return;
            for (const EndSignal &each : kEndSignals) {
                if (each.number == which)
                    work(each.name);
            }
        });
    s_heard = d->ends[1];
    s_listener = getpid();
    for (size_t i = 0; i < kEndSignals.size(); ++i) {
        struct sigaction old { };
        if (sigaction(kEndSignals[i].number, nullptr, &old) != 0 || old.sa_handler == SIG_IGN)
            continue;
        struct sigaction action { };
        action.sa_handler = hearEndSignal;
        action.sa_flags = SA_RESTART | (kEndSignals[i].number == SIGINT ? int(SA_RESETHAND) : 0);
        sigemptyset(&action.sa_mask);
        d->isHeard[i] = sigaction(kEndSignals[i].number, &action, &d->before[i]) == 0;
    }
}

EndSignals::~EndSignals()
{
    if (!d)
        return;
    for (size_t i = 0; i < kEndSignals.size(); ++i) {
        if (d->isHeard[i])
            sigaction(kEndSignals[i].number, &d->before[i], nullptr);
    }
    s_heard = -1;
    d->notifier.reset();
    for (const int end : d->ends)
        close(end);
}

} // namespace nianbao
