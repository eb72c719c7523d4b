// SPDX-License-Identifier: MulanPSL-2.0
#include "reportfile.h"

#include "bounds.h"
#include "filestate.h"
#include "folder.h"
#include "foreignfile.h"
#include "guardedwrite.h"
#include "lockfile.h"
#include "migrations.h"
#include "names.h"
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
#include <limits>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

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
    std::unique_ptr<PrivateCopy> reading{}; // judged, not yet loaded

    bool readOnly() const { return mode == Mode::Look || reason; }
    Result<> claim();
    Result<> openForReading();
    Result<> takeBack();
    Result<> migrateCopy(Database &copy) const;
    Result<> backUp(const RegularFile &source);
    Result<> writeOnce(const Report &next, const Delta &delta, const Change &change, const QDateTime &when);
};

Result<> ReportFile::Private::openForReading()
{
    auto looked = lookInto(path, readOnly() ? FileBytes::Ignored : FileBytes::Hashed);
    if (!looked)
        return looked.error();
    PrivateCopy &copy = **looked;
    const auto state = readState(*copy.database); // before the copy is changed
    if (!state)
        return state.error();
    known = *state;
    known.bytes = copy.bytes;
    schema = copy.schema;
    if (schema < newestSchema()) {
        if (const auto done = migrateCopy(*copy.database); !done)
            return done;
    }
    reading = std::move(*looked);
    return {};
}

/// Half an edit of a program that died; the bytes are others then.
Result<> ReportFile::Private::takeBack()
{
    if (const auto done = settle(path, path); !done)
        return done;
    const auto file = RegularFile::open(path, bounds::kReportFileBytes);
    const auto bytes = file ? hashOf(*file) : Result<QByteArray>(file.error());
    if (!bytes)
        return bytes.error();
    known.bytes = *bytes;
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
    QSaveFile backup(target);
    errno = 0;
    if (!backup.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return systemError(target, ErrorCode::WriteFailed);
    if (const auto done = source.copyTo(backup.handle()); !done)
        return Error{done.error().code, target, done.error().detail};
    if (!takeRights(backup.handle(), source.descriptor()) || !backup.commit())
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
std::optional<Error> ReportFile::refusal() const
{
    if (d->readOnly() || !QFileInfo::exists(d->path))
        return std::nullopt;
    if (auto reason = whyNotWritable(d->path))
        return reason;
    return d->lock ? d->lock->takenOver(d->path, d->editor) : std::nullopt;
}

int ReportFile::schemaVersion() const { return d->schema; }

Result<std::unique_ptr<ReportFile>> ReportFile::open(const QString &path, Mode mode, const Editor &editor)
{
    if (const auto judged = judgeFile(path); !judged)
        return judged.error();
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
    if (!d->reading || d->reading->stamp != stampOf(d->path)) {
        if (const auto done = d->openForReading(); !done)
            return done.error();
    }
    const auto copy = std::move(d->reading); // what is read is old at the next edit
    auto report = readReport(*copy->database, d->path);
    const bool isThere = report && copy->stamp == stampOf(d->path); // what the copy has shown to be ours
    if (isThere && copy->isHalfWritten && !d->readOnly()) {
        if (const auto done = d->takeBack(); !done)
            return done.error();
    }
    return report;
}

Result<> ReportFile::write(
    const Report &next, const Delta &delta, const Change &change, const QDateTime &when)
{
    if (d->readOnly())
        return d->reason.value_or(Error{ErrorCode::ReadOnly, d->path});
    d->reading.reset(); // a copy, which is old now
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
    const QString &path, const Report &given, bool replace, const Editor &editor, const QDateTime &when)
{
    Report report = given;
    report.identify();
    const QFileInfo info(path);
    const bool isThere = info.exists();
    if (isThere && !replace)
        return Error{ErrorCode::FileExists, path};
    if (isThere && !info.isFile())
        return Error{ErrorCode::NotAFile, path};
    if (!isThere && path.contains(QChar(QChar::ReplacementCharacter)))
        return notThere(path); // not under a name that nobody asked for
    const QString target = isThere ? info.canonicalFilePath() : info.absoluteFilePath();
    const QString folder = QFileInfo(target).absolutePath();
    if (!QFileInfo(folder).isDir())
        return notThere(folder);
    if (const auto tooLong = nameTooLong(target))
        return *tooLong;
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
    if (!takeRightsOf(target, made) || !renameFile(made.fileName(), target))
        return systemError(path, ErrorCode::WriteFailed);
    for (const char *tail : {kJournalTail, kLogTail, kIndexTail}) // judged, and of no use to anybody
        QFile::remove(sideFile(target, tail));
    syncFolder(folder);
    made.close();
    lock.reset();
    return open(target, Mode::Edit, editor);
}

} // namespace nianbao
