// SPDX-License-Identifier: MulanPSL-2.0
#include "reportfile.h"

#include "bounds.h"
#include "database.h"
#include "filestate.h"
#include "guardedwrite.h"
#include "lockfile.h"
#include "migrations.h"
#include "names.h"
#include "reportrows.h"
#include "wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nianbao {

namespace {

// Places in the 100-byte header of a SQLite file, https://sqlite.org/fileformat2.html#the_database_header
constexpr char kMagic[] = "SQLite format 3";
constexpr qsizetype kHeaderSize = 100;
constexpr qsizetype kPageSizeAt = 16;
constexpr qsizetype kWriteVersionAt = 18; // 2: write-ahead log
constexpr qsizetype kPageCountAt = 28;
constexpr qsizetype kUserVersionAt = 60;
constexpr qsizetype kApplicationIdAt = 68;

constexpr const char *kSideFiles[] = {"-journal", "-wal", "-shm"};

QString sideFile(const QString &path, const char *tail) { return path + QLatin1String(tail); }

bool hasJournal(const QString &path)
{
    return QFileInfo(sideFile(path, "-journal")).size() > 0 || QFileInfo(sideFile(path, "-wal")).size() > 0;
}

struct Header {
    bool writeAheadLog = false;
};

Result<QByteArray> readStart(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status { };
    if (stat(name.constData(), &status) != 0)
        return errno == EACCES ? Error{ErrorCode::NoPermission, path} : notThere(path);
    if (!S_ISREG(status.st_mode)) // a pipe would block for ever
        return Error{ErrorCode::NotADatabase, path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NoPermission, path, file.errorString()};
    const QByteArray bytes = file.read(kHeaderSize);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::ReadFailed, path, file.errorString()};
    return bytes;
}

/// Judges a file by its first bytes and its length, before SQLite touches it.
Result<Header> readHeader(const QString &path)
{
    const auto start = readStart(path);
    if (!start)
        return start.error();
    const QByteArray &bytes = *start;
    if (!bytes.startsWith(QByteArray(kMagic, sizeof kMagic)))
        return Error{ErrorCode::NotADatabase, path};
    if (bytes.size() < kHeaderSize)
        return Error{ErrorCode::Damaged, path, QStringLiteral("%1 < %2").arg(bytes.size()).arg(kHeaderSize)};
    const auto number = [&bytes](qsizetype at) { return qFromBigEndian<quint32>(bytes.constData() + at); };
    if (number(kApplicationIdAt) != quint32(kApplicationId))
        return Error{ErrorCode::ForeignDatabase, path};
    const quint32 schema = number(kUserVersionAt);
    if (schema > quint32(newestSchema()))
        return Error{ErrorCode::TooNew, path, QString::number(schema)};
    const quint16 pageSize = qFromBigEndian<quint16>(bytes.constData() + kPageSizeAt);
    const qint64 expected = qint64(number(kPageCountAt)) * (pageSize == 1 ? 65536 : pageSize);
    const qint64 size = QFileInfo(path).size();
    // with a journal or log the length is not settled yet
    if (schema < 1 || (size < expected && !hasJournal(path)))
        return Error{ErrorCode::Damaged, path, QStringLiteral("%1 < %2").arg(size).arg(expected)};
    return Header{bytes.at(kWriteVersionAt) == 2};
}

/// Of a system call that has just failed.
Error systemError(const QString &path, ErrorCode otherwise)
{
    const int reason = errno;
    const QString said = qt_error_string(reason);
    switch (reason) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return {ErrorCode::DiskFull, path, said};
    case EROFS:
    case EACCES:
    case EPERM: return {ErrorCode::FolderReadOnly, path, said};
    default: return {otherwise, path, said};
    }
}

/// So that a new name survives a power cut. Best effort: not every file system knows it.
void syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    close(handle);
}

} // namespace

struct ReportFile::Private {
    QString path;
    Editor editor;
    Mode mode = Mode::Look;
    std::optional<Error> reason{}; // why it can only be looked at
    int schema = 0; // of the file on disk
    FileState known{}; // what was read last, or written by us: what may be written upon
    bool isBackedUp = false;
    std::unique_ptr<LockFile> lock{};
    std::unique_ptr<QTemporaryDir> copy{}; // for files that cannot be read in place without leaving a trace
    std::unique_ptr<Database> reading{}; // the file, a copy of it, or memory; until the first write

    bool readOnly() const { return mode == Mode::Look || reason; }
    Result<> claim();
    Result<> openForReading();
    Result<> openInPlace();
    Result<> openCopy();
    Result<> examine();
    Result<> migrateInMemory();
    Result<> backUp(const RegularFile &source);
    Result<> writeOnce(const Report &next, const Delta &delta, const Change &change, const QDateTime &when);
};

/// Reads in place where that leaves no trace; else from a copy: a write-ahead log, or the journal of a
/// program that died, which a look must not roll back.
Result<> ReportFile::Private::openForReading()
{
    const auto header = readHeader(path);
    if (!header)
        return header.error();
    Result<> done = header->writeAheadLog ? openCopy() : openInPlace();
    if (!done && !header->writeAheadLog && readOnly() && hasJournal(path))
        done = openCopy();
    if (!done)
        return done;
    if (!readOnly()) {
        const auto file = RegularFile::open(path, bounds::kReportFileBytes);
        const auto bytes = file ? hashOf(*file) : Result<QByteArray>(file.error());
        if (!bytes)
            return bytes.error();
        known.bytes = *bytes;
    }
    return schema < newestSchema() ? migrateInMemory() : done;
}

Result<> ReportFile::Private::openInPlace()
{
    // a journal left by a program that died: SQLite takes the half edit back, for which it must write
    const bool mayRollBack = !readOnly() && hasJournal(path);
    auto database
        = Database::open(path, mayRollBack ? Database::Access::Write : Database::Access::Read, path);
    if (!database)
        return database.error();
    reading = std::move(*database);
    return examine();
}

Result<> ReportFile::Private::openCopy()
{
    copy = std::make_unique<QTemporaryDir>();
    const QString source = copy->filePath(QStringLiteral("report"));
    bool isCopied = copy->isValid() && QFile::copy(path, source)
        && QFile::setPermissions(source, QFile::ReadOwner | QFile::WriteOwner);
    for (const char *tail : {"-journal", "-wal"}) {
        if (isCopied && QFileInfo::exists(sideFile(path, tail)))
            isCopied = QFile::copy(sideFile(path, tail), sideFile(source, tail))
                && QFile::setPermissions(sideFile(source, tail), QFile::ReadOwner | QFile::WriteOwner);
    }
    if (!isCopied)
        return Error{ErrorCode::ReadFailed, path, copy->errorString()};
    auto database = Database::open(source, Database::Access::Write, path);
    if (!database)
        return database.error();
    reading = std::move(*database);
    return examine();
}

/// Is it whole, and what does it hold? Asked of SQLite, because a journal may just have changed the header.
Result<> ReportFile::Private::examine()
{
    const auto health = reading->value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!health)
        return health.error().code == ErrorCode::NotADatabase
            ? Error{ErrorCode::Damaged, path, health.error().detail}
            : health.error();
    if (health->toString() != u"ok")
        return Error{ErrorCode::Damaged, path, health->toString()};
    const auto version = reading->value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    const auto state = readState(*reading);
    if (!state)
        return state.error();
    schema = version->toInt();
    known = *state;
    return {};
}

Result<> ReportFile::Private::migrateInMemory()
{
    auto memory = Database::inMemory(path);
    if (!memory)
        return memory.error();
    Database &db = **memory;
    const auto parts = reading->rows(QStringLiteral("SELECT type, name, sql FROM sqlite_master WHERE sql IS "
                                                    "NOT NULL ORDER BY type = 'table' DESC, rowid"));
    if (!parts)
        return parts.error();
    for (const auto &part : *parts) {
        if (const auto done = db.run(part[2].toString()); !done)
            return done;
        if (part[0].toString() != u"table")
            continue;
        const auto rows = reading->rows(QStringLiteral("SELECT * FROM \"%1\"").arg(part[1].toString()));
        if (!rows)
            return rows.error();
        for (const auto &row : *rows) {
            const QString places = QStringList(row.size(), QStringLiteral("?")).join(u',');
            const auto done = db.run(
                QStringLiteral("INSERT INTO \"%1\" VALUES (%2)").arg(part[1].toString(), places), row);
            if (!done)
                return done;
        }
    }
    if (const auto done = migrate(db, schema, newestSchema()); !done)
        return done;
    reading = std::move(*memory);
    return {};
}

Result<> ReportFile::Private::backUp(const RegularFile &source)
{
    const QFileInfo info(path);
    QString target;
    for (int number = 1; target.isEmpty() || QFileInfo::exists(target); ++number)
        target = info.dir().filePath(QStringLiteral("%1（v%2 备份%3）.%4")
                                         .arg(info.completeBaseName())
                                         .arg(schema)
                                         .arg(number > 1 ? QString::number(number) : QString())
                                         .arg(info.suffix()));
    const auto size = source.size();
    const auto content = size ? source.read(0, *size) : Result<QByteArray>(size.error());
    if (!content)
        return content.error();
    QSaveFile backup(target);
    errno = 0;
    if (!backup.open(QIODevice::WriteOnly) || backup.write(*content) != content->size() || !backup.commit())
        return systemError(target, ErrorCode::WriteFailed);
    syncFolder(info.absolutePath());
    isBackedUp = true;
    return {};
}

Result<> ReportFile::Private::writeOnce(
    const Report &next, const Delta &delta, const Change &change, const QDateTime &when)
{
    auto write = GuardedWrite::begin(path, known);
    if (!write)
        return write.error();
    Database &db = write->database();
    Result<> done;
    if (schema < newestSchema()) {
        if (!isBackedUp)
            done = backUp(write->file());
        if (done)
            done = migrate(db, schema, newestSchema());
    }
    if (done)
        done = writeDelta(db, next, delta);
    if (done)
        done = writeAudit(db, change, editor.name, when);
    if (!done)
        return done;
    const auto written = write->commit();
    if (!written)
        return written.error();
    known = *written;
    schema = newestSchema();
    return {};
}

ReportFile::ReportFile(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

ReportFile::~ReportFile() = default;

const QString &ReportFile::path() const { return d->path; }
bool ReportFile::isReadOnly() const { return d->readOnly(); }
const std::optional<Error> &ReportFile::readOnlyReason() const { return d->reason; }
int ReportFile::schemaVersion() const { return d->schema; }

Result<std::unique_ptr<ReportFile>> ReportFile::open(const QString &path, Mode mode, const Editor &editor)
{
    if (const auto header = readHeader(path); !header)
        return header.error();
    auto parts = std::make_unique<Private>();
    parts->path = QFileInfo(path).canonicalFilePath(); // one lock for all names of a file
    parts->editor = editor;
    parts->mode = mode;
    if (const auto done = parts->claim(); !done)
        return done.error();
    if (const auto done = parts->openForReading(); !done)
        return done.error();
    return std::unique_ptr<ReportFile>(new ReportFile(std::move(parts)));
}

/// The lock, or the reason why the file can only be looked at.
Result<> ReportFile::Private::claim()
{
    if (mode == Mode::Look)
        return {};
    reason = whyNotWritable(path);
    if (reason)
        return {};
    auto taken = LockFile::take(path, editor, QDateTime::currentDateTime(),
        mode == Mode::TakeOver ? LockFile::Claim::TakeOver : LockFile::Claim::IfFree);
    if (taken)
        lock = std::move(*taken);
    else if (taken.error().code == ErrorCode::InUse || taken.error().code == ErrorCode::AlreadyOpen)
        return taken.error();
    else
        reason = taken.error();
    return {};
}

Result<Report> ReportFile::load()
{
    if (!d->reading) {
        if (const auto done = d->openForReading(); !done)
            return done.error();
    }
    return readReport(*d->reading, d->path);
}

Result<> ReportFile::write(
    const Report &next, const Delta &delta, const Change &change, const QDateTime &when)
{
    if (d->readOnly())
        return d->reason.value_or(Error{ErrorCode::ReadOnly, d->path});
    d->reading.reset(); // may be a copy, which is old now
    d->copy.reset();
    return d->writeOnce(next, delta, change, when);
}

namespace {

/// A complete file with the report under a name of its own, closed and on disk.
Result<> writeNew(const QString &file, const QString &shownPath, const Report &report, const QDateTime &when)
{
    auto database = Database::open(file, Database::Access::Create, shownPath);
    if (!database)
        return database.error();
    Database &db = **database;
    if (const auto done = db.run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId)); !done)
        return done;
    auto transaction = Transaction::begin(db);
    if (!transaction)
        return transaction.error();
    auto done = migrate(db, 0, newestSchema());
    if (done)
        done = writeWhole(db, report, when);
    if (done)
        done = renewToken(db);
    return done ? transaction->commit() : done;
}

} // namespace

Result<std::unique_ptr<ReportFile>> ReportFile::create(
    const QString &path, const Report &report, bool replace, const Editor &editor, const QDateTime &when)
{
    const QFileInfo info(path);
    if (info.exists() && !replace)
        return Error{ErrorCode::FileExists, path};
    if (!info.exists() && path.contains(QChar(QChar::ReplacementCharacter)))
        return notThere(path); // not under a name that nobody asked for
    const QString target = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QString folder = QFileInfo(target).absolutePath();
    if (!QFileInfo(folder).isDir())
        return notThere(folder);
    if (const auto tooLong = nameTooLong(target))
        return *tooLong;
    std::unique_ptr<LockFile> lock;
    if (info.exists()) { // not under the hands of somebody who has it open
        auto taken = LockFile::take(target, editor, when);
        if (!taken)
            return taken.error();
        lock = std::move(*taken);
    }
    // built beside the target and renamed onto it only when complete
    errno = 0;
    QTemporaryDir workshop(folder + QStringLiteral("/.nianbao-XXXXXX"));
    if (!workshop.isValid())
        return systemError(path, ErrorCode::WriteFailed);
    const QString made = workshop.filePath(QStringLiteral("report"));
    if (const auto done = writeNew(made, path, report, when); !done)
        return done.error();
    // a journal of the file that stood here would be played into the new one
    for (const char *tail : kSideFiles)
        QFile::remove(sideFile(target, tail));
    if (std::rename(QFile::encodeName(made).constData(), QFile::encodeName(target).constData()) != 0)
        return systemError(path, ErrorCode::WriteFailed);
    syncFolder(folder);
    lock.reset();
    return open(target, Mode::Edit, editor);
}

} // namespace nianbao
