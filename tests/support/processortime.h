// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QtGlobal>

#include <ctime>

namespace nianbao::test {

/// What the processor worked for this program since it was made, in all its threads: tests that run beside
/// are not counted, and of what the sanitizers add only a quarter is left.
class ProcessorTime {
public:
    qint64 milliseconds() const
    {
#ifdef __SANITIZE_ADDRESS__
        constexpr int kSlower = 4;
#else
        constexpr int kSlower = 1;
#endif
        return qint64(std::clock() - m_start) * 1000 / CLOCKS_PER_SEC / kSlower;
    }

private:
    std::clock_t m_start = std::clock();
};

} // namespace nianbao::test
