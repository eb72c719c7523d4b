// SPDX-License-Identifier: MulanPSL-2.0
#include "guardedwrite.h"

#include "bounds.h"
#include "folder.h"
#include "schemaguard.h"
#include "sidefiles.h"

#include <QFile>

namespace nianbao {

namespace {

/// What cannot be our state is another one, whatever is wrong with it.
Error asReplaced(const Error &error, const QString &path)
{
    switch (error.code) {
    case ErrorCode::FileNotFound: return {ErrorCode::FileGone, path};
    case ErrorCode::NotAFile:
    case ErrorCode::TooLarge:
    case ErrorCode::NotADatabase:
    case ErrorCode::ForeignDatabase:
    case ErrorCode::ForeignSchema:
    case ErrorCode::TooCostly:
    case ErrorCode::TooNew:
    case ErrorCode::Damaged: return {ErrorCode::Replaced, path, error.detail};
    default: return error;
    }
}

} // namespace

GuardedWrite::GuardedWrite(QString path, RegularFile file)
    : m_path(std::move(path)), m_file(std::move(file)), m_before(stampOf(m_file.descriptor()))
{ }

Result<GuardedWrite> GuardedWrite::begin(const QString &path, const FileState &known)
{
    auto file = RegularFile::open(path, bounds::kReportFileBytes, RegularFile::Link::Refuse);
    if (!file)
        return asReplaced(file.error(), path);
    GuardedWrite write(path, std::move(*file));
    auto done = write.compareBytes(known);
    if (done)
        done = write.settleFirst(known);
    if (done)
        done = write.openConnection();
    if (done)
        done = write.compareState(*write.m_database, known);
    if (done)
        done = write.expectUntouched();
    if (!done)
        return asReplaced(done.error(), path);
    return write;
}

Result<> GuardedWrite::compareBytes(const FileState &known) const
{
    if (known.bytes.isEmpty())
        return {};
    const auto bytes = hashOf(m_file);
    if (!bytes)
        return bytes.error();
    return *bytes == known.bytes ? Result<>() : Result<>(Error{ErrorCode::Replaced, m_path});
}

/// Half an edit that waits to be taken back, or a write-ahead log: the file changes as soon as SQLite opens
/// it. So it is looked at in a copy first.
Result<> GuardedWrite::settleFirst(const FileState &known)
{
    const auto header = readHeader(m_file, m_path);
    if (!header)
        return header.error();
    const auto beside = judgeSideFiles(m_file, *header, m_path);
    if (!beside)
        return beside.error();
    if (!beside->hotJournal && !beside->log && !header->writeAheadLog)
        return {};
    const auto copy = lookInto(m_path);
    if (!copy)
        return copy.error();
    if (const auto done = compareState(*(*copy)->database, known); !done)
        return done;
    const auto done = settle(m_path, m_path);
    m_before = stampOf(m_file.descriptor());
    return done;
}

Result<> GuardedWrite::openConnection()
{
    auto database = Database::open(m_path, Database::Access::Write, m_path);
    if (!database)
        return isAtPath() ? database.error() : notOurs();
    m_database = std::move(*database);
    if (const auto done = expectOurSchema(*m_database, m_path); !done)
        return done;
    // nothing reaches the file before the commit: until then it can be seen whether somebody else writes
    if (const auto done = m_database->run(QStringLiteral("PRAGMA cache_spill = OFF")); !done)
        return done;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    m_transaction.emplace(std::move(*transaction));
    return {};
}

Result<> GuardedWrite::compareState(Database &db, const FileState &known) const
{
    const auto found = readState(db);
    if (!found)
        return found.error();
    return found->isSameCommit(known) ? Result<>() : Result<>(Error{ErrorCode::Replaced, m_path});
}

Result<FileState> GuardedWrite::commit()
{
    auto done = renewToken(*m_database);
    if (!done)
        return done.error();
    const auto written = readState(*m_database);
    if (!written)
        return written.error();
    m_database->askBeforeWriting([this] { return expectUntouched().has_value(); });
    done = m_transaction->commit();
    if (!done)
        return m_database->wasWritingRefused() ? takenAway() : done.error();
    m_transaction.reset();
    m_database.reset();
    done = verify(*written);
    return done ? Result<FileState>(*written) : done.error();
}

Result<> GuardedWrite::vacuum(const FileState &known)
{
    m_transaction.reset();
    m_database->askBeforeWriting([this] { return expectUntouched().has_value(); });
    const auto done = m_database->vacuum();
    if (!done)
        return m_database->wasWritingRefused() ? takenAway() : done.error();
    m_database.reset();
    return verify(known);
}

/// Somebody else's file stands there, and beside it the journal of an edit that never reached it.
Error GuardedWrite::takenAway() const
{
    const auto done = expectUntouched();
    QFile::remove(sideFile(m_path, kJournalTail));
    return done ? Error{ErrorCode::Replaced, m_path} : done.error();
}

/// The path leads to the file that is open, and nobody has written into it since.
Result<> GuardedWrite::expectUntouched() const
{
    if (!isAtPath())
        return notOurs();
    return stampOf(m_file.descriptor()) == m_before ? Result<>()
                                                    : Result<>(Error{ErrorCode::Replaced, m_path});
}

/// Asked of the file by somebody who knows nothing yet. Another state in the file that was just written:
/// whether it is whole, nobody can tell.
Result<> GuardedWrite::verify(const FileState &written) const
{
    if (!isAtPath())
        return notOurs();
    const auto fresh = Database::open(m_path, Database::Access::Read, m_path);
    const auto found = fresh ? readState(**fresh) : Result<FileState>(fresh.error());
    if (found && found->isSameCommit(written))
        return {};
    return isAtPath() ? Error{ErrorCode::Collided, m_path} : notOurs();
}

bool GuardedWrite::isAtPath() const { return stampOf(m_file.descriptor()).isSameFile(stampOf(m_path)); }

Error GuardedWrite::notOurs() const
{
    return {isThere(m_path) ? ErrorCode::Replaced : ErrorCode::FileGone, m_path};
}

} // namespace nianbao
