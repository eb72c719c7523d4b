// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "database.h"
#include "filestate.h"
#include "foreignfile.h"

#include <optional>

namespace nianbao {

/// One transaction on a report file that others may replace at any moment, as programs do that keep folders
/// alike. The connection is a fresh one, so that nothing SQLite remembers is trusted. What the file holds is
/// compared with the state that memory comes from before a byte is changed; after the commit it is read
/// again. Another file with the very same state is as good as the one before.
class GuardedWrite {
public:
    /// Errors: FileGone; Replaced: whatever stands there now was not touched; ForeignSideFile, NoPermission,
    /// InUse, ReadFailed.
    static Result<GuardedWrite> begin(const QString &path, const FileState &known);
    GuardedWrite(GuardedWrite &&) = default;

    Database &database() { return *m_database; }
    const RegularFile &file() const { return m_file; } // its bytes as they are before the commit
    /// The state that the file holds from now on. Errors: DiskFull and the like: it is as before; Replaced,
    /// FileGone: another came in between and was not touched; Collided.
    Result<FileState> commit();
    /// In place of a change: the same state, in a file in which nothing deleted is left. Errors: those of
    /// commit.
    Result<> vacuum(const FileState &known);

private:
    GuardedWrite(QString path, RegularFile file);
    Result<> compareBytes(const FileState &known) const;
    Result<> settleFirst(const FileState &known);
    Result<> openConnection();
    Result<> compareState(Database &db, const FileState &known) const;
    Result<> expectUntouched() const;
    Result<> verify(const FileState &written) const;
    Error takenAway() const;
    bool isAtPath() const;
    Error notOurs() const;

    QString m_path;
    // Open longer than the connection: when a program closes a file, all its locks on that file are gone.
    RegularFile m_file;
    std::unique_ptr<Database> m_database{};
    std::optional<Transaction> m_transaction{};
    FileStamp m_before;
};

} // namespace nianbao
