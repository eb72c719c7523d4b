// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <functional>
#include <memory>

namespace nianbao {

/// As long as one lives, what the system sends a program that is to end (SIGTERM, SIGHUP, SIGINT) runs work
/// in the event loop of the thread that made it, where everything may be done, instead of killing at once.
/// A second SIGINT kills: who types Ctrl+C again waits no longer. One that was ignored when the program began
/// (nohup) stays so. There is one at a time.
class EndSignals {
public:
    explicit EndSignals(std::function<void(const char *name)> work);
    ~EndSignals();
    EndSignals(const EndSignals &) = delete;
    EndSignals &operator=(const EndSignals &) = delete;
    bool isListening() const { return d != nullptr; } // false: the system has no room for it

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nianbao
