// SPDX-License-Identifier: MulanPSL-2.0
#include "guardedwrite.h"

#include "bounds.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

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

bool hasJournal(const QString &path)
{
    return QFileInfo(path + QStringLiteral("-journal")).size() > 0
        || QFileInfo(path + QStringLiteral("-wal")).size() > 0;
}

bool isSameTime(const timespec &a, const timespec &b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

} // namespace

GuardedWrite::GuardedWrite(QString path, RegularFile file) : m_path(std::move(path)), m_file(std::move(file))
{ }

Result<GuardedWrite> GuardedWrite::begin(const QString &path, const FileState &known)
{
    auto file = RegularFile::open(path, bounds::kReportFileBytes, RegularFile::Link::Refuse);
    if (!file)
        return asReplaced(file.error(), path);
    GuardedWrite write(path, std::move(*file));
    auto done = write.compareBytes(known);
    if (done)
        done = write.openConnection();
    if (done)
        done = write.compareState(known);
    if (!done)
        return asReplaced(done.error(), path);
    return write;
}

Result<> GuardedWrite::compareBytes(const FileState &known)
{
    if (const auto done = rememberStatus(); !done || known.bytes.isEmpty())
        return done;
    const auto bytes = hashOf(m_file);
    if (!bytes)
        return bytes.error();
    return *bytes == known.bytes ? Result<>() : Result<>(Error{ErrorCode::Replaced, m_path});
}

Result<> GuardedWrite::rememberStatus()
{
    return fstat(m_file.descriptor(), &m_before) == 0 ? Result<>()
                                                      : Result<>(Error{ErrorCode::ReadFailed, m_path});
}

Result<> GuardedWrite::openConnection()
{
    const bool isSettled = hasJournal(m_path); // half an edit of ours is taken back first, which writes
    auto database = Database::open(m_path, Database::Access::Write, m_path);
    if (!database)
        return isAtPath() ? database.error() : notOurs();
    m_database = std::move(*database);
    // a file that somebody switched to a write-ahead log comes back; for all others this changes nothing
    const auto mode = m_database->value(QStringLiteral("PRAGMA journal_mode = DELETE"));
    if (!mode)
        return mode.error();
    // nothing reaches the file before the commit: until then it can be seen whether somebody else writes
    if (const auto done = m_database->run(QStringLiteral("PRAGMA cache_spill = OFF")); !done)
        return done;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    m_transaction.emplace(std::move(*transaction));
    return isSettled ? rememberStatus() : Result<>();
}

Result<> GuardedWrite::compareState(const FileState &known)
{
    const auto found = readState(*m_database);
    if (!found)
        return found.error();
    if (!found->isSameCommit(known))
        return Error{ErrorCode::Replaced, m_path};
    return expectUntouched();
}

Result<FileState> GuardedWrite::commit()
{
    auto done = renewToken(*m_database);
    if (!done)
        return done.error();
    const auto written = readState(*m_database);
    if (!written)
        return written.error();
    done = expectUntouched();
    if (done)
        done = m_transaction->commit();
    if (!done)
        return done.error();
    m_transaction.reset();
    m_database.reset();
    done = verify(*written);
    return done ? Result<FileState>(*written) : done.error();
}

/// The path leads to the file that is open, and nobody has written into it since.
Result<> GuardedWrite::expectUntouched() const
{
    struct stat now { };
    if (!isAtPath() || fstat(m_file.descriptor(), &now) != 0)
        return notOurs();
    if (now.st_size != m_before.st_size || !isSameTime(now.st_mtim, m_before.st_mtim))
        return Error{ErrorCode::Replaced, m_path};
    return {};
}

/// Asked of the file by somebody who knows nothing yet.
Result<> GuardedWrite::verify(const FileState &written) const
{
    if (!isAtPath())
        return notOurs();
    const auto fresh = Database::open(m_path, Database::Access::Read, m_path);
    const auto found = fresh ? readState(**fresh) : Result<FileState>(fresh.error());
    if (!found || !found->isSameCommit(written))
        return isAtPath() ? Error{ErrorCode::Collided, m_path} : notOurs();
    return {};
}

bool GuardedWrite::isAtPath() const
{
    struct stat ours { };
    struct stat there { };
    return fstat(m_file.descriptor(), &ours) == 0 && stat(QFile::encodeName(m_path).constData(), &there) == 0
        && ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

Error GuardedWrite::notOurs() const
{
    const bool isThere = access(QFile::encodeName(m_path).constData(), F_OK) == 0;
    return {isThere ? ErrorCode::Replaced : ErrorCode::FileGone, m_path};
}

} // namespace nianbao
