// SPDX-License-Identifier: MulanPSL-2.0
#include "reportfile.h"

#include "foreignfile.h"
#include "lockfile.h"
#include "migrations.h"
#include "reportrows.h"
#include "sidefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <unistd.h>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

bool canWrite(const QString &path)
{
    const QByteArray file = QFile::encodeName(path);
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    // by effective user: what SQLite will be able to do
    return eaccess(file.constData(), W_OK) == 0 && eaccess(folder.constData(), W_OK | X_OK) == 0;
}

struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity &) const = default;
};

std::optional<FileIdentity> identityOf(const QString &path)
{
    struct stat status { };
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
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

/// A copy or a successor may be read by nobody who could not read the original: owner, group and mode.
bool takeRights(int descriptor, int original)
{
    struct stat status { };
    if (fstat(original, &status) != 0)
        return false;
    mode_t mode = status.st_mode & 07777;
    if (fchown(descriptor, status.st_uid, status.st_gid) != 0 // which only the superuser can do for others
        && fchown(descriptor, uid_t(-1), status.st_gid) != 0)
        mode &= ~mode_t(S_IRWXG); // what was meant for its group is not for ours
    return fchmod(descriptor, mode) == 0;
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
    bool readOnly = true;
    int schema = 0; // of the file on disk
    qint64 lastAudit = 0; // the newest row we know of: a newer one is somebody else's
    bool isBackedUp = false;
    std::optional<FileIdentity> identity{};
    std::unique_ptr<LockFile> lock{};
    std::unique_ptr<PrivateCopy> reading{}; // judged, not yet loaded
    std::unique_ptr<Database> writing{}; // the file, from the first write on

    Result<> openForReading();
    Result<> migrateCopy(Database &copy) const;
    Result<> openForWriting();
    Result<> backUp();
    Result<> writeOnce(const Report &next, const Delta &delta, const Change &change, const QDateTime &when);
};

Result<> ReportFile::Private::openForReading()
{
    auto looked = lookInto(path);
    if (!looked)
        return looked.error();
    const auto audit = (*looked)->database->value(QStringLiteral("SELECT max(id) FROM audit"));
    if (!audit)
        return audit.error();
    lastAudit = audit->toLongLong();
    schema = (*looked)->schema;
    if (schema < newestSchema()) {
        if (const auto done = migrateCopy(*(*looked)->database); !done)
            return done;
    }
    reading = std::move(*looked);
    return {};
}

/// Only what is read; the file itself follows with the first edit.
Result<> ReportFile::Private::migrateCopy(Database &copy) const
{
    auto transaction = Transaction::begin(copy);
    if (!transaction)
        return transaction.error();
    const auto done = migrate(copy, schema, newestSchema());
    return done ? transaction->commit() : done;
}

Result<> ReportFile::Private::backUp()
{
    const QFileInfo info(path);
    QString target;
    for (int number = 1; target.isEmpty() || QFileInfo::exists(target); ++number)
        target = info.dir().filePath(QStringLiteral("%1（v%2 备份%3）.%4")
                                         .arg(info.completeBaseName())
                                         .arg(schema)
                                         .arg(number > 1 ? QString::number(number) : QString())
                                         .arg(info.suffix()));
    const auto source = RegularFile::open(path, bounds::kReportFileBytes);
    if (!source)
        return source.error();
    QSaveFile backup(target);
    errno = 0;
    if (!backup.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return systemError(target, ErrorCode::WriteFailed);
    if (const auto done = source->copyTo(backup.handle()); !done)
        return Error{done.error().code, target, done.error().detail};
    if (!takeRights(backup.handle(), source->descriptor()) || !backup.commit())
        return systemError(target, ErrorCode::WriteFailed);
    syncFolder(info.absolutePath());
    isBackedUp = true;
    return {};
}

Result<> ReportFile::Private::openForWriting()
{
    if (!identity || identityOf(path) != identity)
        return Error{ErrorCode::FileGone, path};
    if (writing)
        return {};
    auto database = Database::open(path, Database::Access::Write, path);
    if (!database)
        return database.error();
    // a file that somebody switched to a write-ahead log comes back; for all others this changes nothing
    const auto mode = (*database)->value(QStringLiteral("PRAGMA journal_mode = DELETE"));
    if (!mode)
        return mode.error();
    if (schema < newestSchema() && !isBackedUp) {
        if (const auto done = backUp(); !done)
            return done;
    }
    writing = std::move(*database);
    return {};
}

Result<> ReportFile::Private::writeOnce(
    const Report &next, const Delta &delta, const Change &change, const QDateTime &when)
{
    if (const auto done = openForWriting(); !done)
        return done;
    auto transaction = Transaction::begin(*writing);
    if (!transaction)
        return transaction.error();
    const auto audit = writing->value(QStringLiteral("SELECT max(id) FROM audit"));
    if (!audit)
        return audit.error();
    if (audit->toLongLong() != lastAudit) // what memory holds is not what the file held
        return Error{ErrorCode::FileGone, path};
    Result<> done = schema < newestSchema() ? migrate(*writing, schema, newestSchema()) : Result<>();
    if (done)
        done = writeDelta(*writing, next, delta);
    if (done)
        done = writeAudit(*writing, change, editor.name, when);
    return done ? transaction->commit() : done;
}

ReportFile::ReportFile(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

ReportFile::~ReportFile() = default;

const QString &ReportFile::path() const { return d->path; }
bool ReportFile::isReadOnly() const { return d->readOnly; }
int ReportFile::schemaVersion() const { return d->schema; }

Result<std::unique_ptr<ReportFile>> ReportFile::open(const QString &path, Mode mode, const Editor &editor)
{
    if (const auto judged = judgeFile(path); !judged)
        return judged.error();
    auto parts = std::make_unique<Private>();
    parts->path = QFileInfo(path).canonicalFilePath(); // one lock for all names of a file
    parts->editor = editor;
    parts->readOnly = mode == Mode::Look || !canWrite(parts->path);
    parts->identity = identityOf(parts->path);
    if (!parts->readOnly) {
        auto lock = LockFile::take(parts->path, editor, QDateTime::currentDateTime());
        if (lock)
            parts->lock = std::move(*lock);
        else if (lock.error().code == ErrorCode::InUse)
            return lock.error();
        else
            parts->readOnly = true; // nothing can be written here
    }
    if (const auto done = parts->openForReading(); !done)
        return done.error();
    return std::unique_ptr<ReportFile>(new ReportFile(std::move(parts)));
}

Result<Report> ReportFile::load()
{
    if (d->writing)
        return readReport(*d->writing, d->path);
    if (!d->reading || d->reading->stamp != stampOf(d->path)) {
        if (const auto done = d->openForReading(); !done)
            return done.error();
    }
    const auto copy = std::move(d->reading); // what is read is old at the next edit
    auto report = readReport(*copy->database, d->path);
    if (report && copy->isHalfWritten && !d->readOnly) { // the copy has shown that the journal is ours
        if (const auto done = settle(d->path, d->path); !done)
            return done.error();
    }
    return report;
}

Result<> ReportFile::write(
    const Report &next, const Delta &delta, const Change &change, const QDateTime &when)
{
    if (d->readOnly)
        return Error{ErrorCode::ReadOnly, d->path};
    auto done = d->writeOnce(next, delta, change, when);
    if (done) {
        d->schema = newestSchema();
        ++d->lastAudit;
    } else {
        d->writing.reset(); // the next write opens the file anew, when the disk may be well again
    }
    d->reading.reset(); // a copy, which is old now
    return done;
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
    return done ? transaction->commit() : done;
}

/// Nothing is called made that cannot be opened again, by the very door it will have to pass.
Result<> readBack(const QString &file, const QString &shownPath, const Report &report)
{
    const auto copy = lookInto(file);
    const auto found = copy ? readReport(*(*copy)->database, shownPath) : Result<Report>(copy.error());
    if (found && *found == report)
        return {};
    return Error{ErrorCode::WriteFailed, shownPath, Words::tr("it could not be read back")};
}

/// Half an edit beside the file that is to be replaced would be played into its successor: it is taken back
/// where it belongs. So the old report is whole too, should the new one not get its place.
Result<> settleOld(const QString &path)
{
    const auto besides = [&path]() -> Result<SideFiles> {
        const auto file = RegularFile::open(path, bounds::kReportFileBytes);
        if (!file)
            return file.error();
        const auto header = readHeader(*file, path);
        return header ? judgeSideFiles(*file, *header, path) : Result<SideFiles>(SideFiles());
    };
    auto found = besides();
    if (found && (found->hotJournal || found->log)) {
        const auto done = settle(path, path); // that the file is sound is not asked
        found = besides();
        if (!done && found && (found->hotJournal || found->log))
            return done;
    }
    return found ? Result<>() : Result<>(found.error());
}

/// The rights of the file that is replaced; a file of a new name keeps what such a file gets here.
bool takeRightsOf(const QString &replaced, const QFile &made)
{
    const auto old = RegularFile::open(replaced, std::numeric_limits<qint64>::max());
    return old ? takeRights(made.handle(), old->descriptor()) : old.error().code == ErrorCode::FileNotFound;
}

} // namespace

Result<std::unique_ptr<ReportFile>> ReportFile::create(
    const QString &path, const Report &report, bool replace, const Editor &editor, const QDateTime &when)
{
    const QFileInfo info(path);
    const bool isThere = info.exists();
    if (isThere && !replace)
        return Error{ErrorCode::FileExists, path};
    if (isThere && !info.isFile())
        return Error{ErrorCode::NotAFile, path};
    const QString target = isThere ? info.canonicalFilePath() : info.absoluteFilePath();
    const QString folder = QFileInfo(target).absolutePath();
    if (!QFileInfo(folder).isDir())
        return Error{ErrorCode::FileNotFound, folder};
    std::unique_ptr<LockFile> lock;
    if (isThere) { // not under the hands of somebody who has it open
        auto taken = LockFile::take(target, editor, when);
        if (!taken)
            return taken.error();
        lock = std::move(*taken);
    }
    if (const auto done = expectOwnSideFiles(target); !done)
        return done.error();
    // built beside the target and renamed onto it only when complete
    errno = 0;
    QTemporaryDir workshop(folder + QStringLiteral("/.nianbao-XXXXXX"));
    QFile made(workshop.filePath(QStringLiteral("report")));
    if (!workshop.isValid() || !made.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return systemError(path, ErrorCode::WriteFailed);
    if (const auto done = writeNew(made.fileName(), path, report, when); !done)
        return done.error();
    if (const auto done = readBack(made.fileName(), path, report); !done)
        return done.error();
    if (const auto done = isThere ? settleOld(target) : Result<>(); !done)
        return done.error();
    errno = 0;
    if (!takeRightsOf(target, made)
        || std::rename(QFile::encodeName(made.fileName()).constData(), QFile::encodeName(target).constData())
            != 0)
        return systemError(path, ErrorCode::WriteFailed);
    for (const char *tail : {kJournalTail, kLogTail, kIndexTail}) // judged, and of no use to anybody
        QFile::remove(sideFile(target, tail));
    syncFolder(folder);
    made.close();
    lock.reset();
    return open(target, Mode::Edit, editor);
}

} // namespace nianbao
