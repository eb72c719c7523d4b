// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <functional>
#include <memory>

struct sqlite3;

namespace nianbao {

/// Stands between SQLite and the file of one connection. A commit first brings its journal to the disk, which
/// takes long; only then does it write into the file. At that moment, before the first byte, the gate asks
/// once more. Once the answer was no, nothing is written, not even what SQLite would take back. Must live
/// until the connection is closed.
class WriteGate {
public:
    WriteGate(sqlite3 *connection, std::function<bool()> mayWrite);
    ~WriteGate();
    WriteGate(const WriteGate &) = delete;
    WriteGate &operator=(const WriteGate &) = delete;
    bool isShut() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nianbao
