// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QtGlobal>

#include <csignal>
#include <sys/resource.h>

namespace nianbao::test {

/// Inside this scope no file may grow beyond a size: to a program the same as a disk that is full.
class FullDisk {
public:
    explicit FullDisk(qint64 size = 0)
    {
        std::signal(SIGXFSZ, SIG_IGN); // else the write kills instead of failing
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{rlim_t(size), m_before.rlim_max};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
            qFatal("cannot limit the size of files");
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace nianbao::test
