// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "wholefile.h"

namespace nianbao {

class Database;

/// Which of its states a report file holds. Each commit leaves a random token, so that two states are never
/// taken for one, however alike their lengths, counters and histories are. A version that knows no token
/// leaves it as it is, but adds a row to the history. Before the first write all bytes are compared as well:
/// that tells files without a token apart, and a file that was read while another was being copied over it.
struct FileState {
    QString token{}; // empty: nobody has left one yet
    QByteArray newestRow{}; // of the history, its hash
    QByteArray bytes{}; // hash of the whole file as it was read; empty after a write of ours
    bool isSameCommit(const FileState &other) const
    {
        return token == other.token && newestRow == other.newestRow;
    }
};

/// Token and newest row, in the transaction or of the copy that the content is read from.
Result<FileState> readState(Database &db);
/// Before each commit, and in each new file.
Result<> renewToken(Database &db);
QByteArray hashOf(const QByteArray &bytes);
Result<QByteArray> hashOf(const RegularFile &file); // the same for the same bytes

} // namespace nianbao
