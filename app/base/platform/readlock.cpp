// SPDX-License-Identifier: MulanPSL-2.0
#include "readlock.h"

#include <QDeadlineTimer>
#include <QThread>

#include <cerrno>
#include <fcntl.h>

namespace nianbao {

namespace {

// Bytes of SQLite's locks, https://sqlite.org/src/file/src/os.h: beyond any data, the same on every system
constexpr off_t kPendingByte = 0x40000000;
constexpr off_t kReservedByte = kPendingByte + 1;
constexpr off_t kSharedFirst = kPendingByte + 2;
constexpr off_t kSharedSize = 510;

constexpr int kMostWaitMilliseconds = 2000;
constexpr unsigned long kStepMilliseconds = 10;

/// Of the open file, not of the process: SQLite in this very program is somebody else.
bool lock(int descriptor, int command, struct flock &range)
{
    int done = -1;
    do
        done = fcntl(descriptor, command, &range);
    while (done < 0 && errno == EINTR);
    return done == 0;
}

struct flock range(short type, off_t from, off_t length)
{
    struct flock result { };
    result.l_type = type;
    result.l_whence = SEEK_SET;
    result.l_start = from;
    result.l_len = length;
    return result;
}

/// False when a writer is in the way; true also on file systems without locks, where nobody has any.
bool take(int descriptor)
{
    const auto isTaken = [descriptor](struct flock wanted) {
        return lock(descriptor, F_OFD_SETLK, wanted) || (errno != EAGAIN && errno != EACCES);
    };
    // a writer that waits for its readers to go holds this byte, so that no new ones come
    if (!isTaken(range(F_RDLCK, kPendingByte, 1)))
        return false;
    const bool isShared = isTaken(range(F_RDLCK, kSharedFirst, kSharedSize));
    isTaken(range(F_UNLCK, kPendingByte, 1));
    return isShared;
}

} // namespace

ReadLock lockForReading(int descriptor)
{
    for (const QDeadlineTimer deadline(kMostWaitMilliseconds); !take(descriptor);) {
        if (deadline.hasExpired())
            return ReadLock::Refused;
        QThread::msleep(kStepMilliseconds);
    }
    struct flock writer = range(F_WRLCK, kReservedByte, 1);
    const bool isThere = lock(descriptor, F_OFD_GETLK, writer) && writer.l_type != F_UNLCK;
    return isThere ? ReadLock::WriterWaits : ReadLock::Quiet;
}

} // namespace nianbao
