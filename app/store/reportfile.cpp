// SPDX-License-Identifier: MulanPSL-2.0
#include "reportfile.h"

#include "bounds.h"
#include "filestate.h"
#include "folder.h"
#include "foreignfile.h"
#include "guardedwrite.h"
#include "historyclearing.h"
#include "lockfile.h"
#include "migrations.h"
#include "names.h"
#include "reportrows.h"
#include "reviewmoves.h"
#include "reviewrows.h"
#include "sidefiles.h"
#include "systemreason.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cerrno>
#include <functional>
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
    if (meansFullDisk(reason))
        return {ErrorCode::DiskFull, path, said};
    return {meansNoPermission(reason) ? ErrorCode::FolderReadOnly : otherwise, path, said};
}

/// Not what a stranger may have put in its place.
QString rulesIn(Database &db)
{
    static const QRegularExpression fingerprint(QStringLiteral("^[0-9a-f]{16}$"));
    const auto kept = db.value(QStringLiteral("SELECT value FROM meta WHERE key = 'rules'"));
    const QString rules = kept ? kept->toString() : QString();
    return fingerprint.match(rules).hasMatch() ? rules : QString();
}

Result<> keepRules(Database &db, const ReportFile::Editor &editor)
{
    if (editor.rules.isEmpty())
        return {};
    return db.run(QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('rules', ?)"), {editor.rules});
}

} // namespace

struct ReportFile::Private {
    QString path;
    Editor editor;
    Mode mode = Mode::Look;
    std::optional<Error> reason{}; // why it can only be looked at
    int schema = 0; // of the file on disk
    QString judgedBy{};
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
    Result<GuardedWrite> beginWrite();
    Result<> commit(GuardedWrite &write);
    Result<std::unique_ptr<PrivateCopy>> copyOfKnown() const;
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

/// In the newest schema.
Result<GuardedWrite> ReportFile::Private::beginWrite()
{
    if (readOnly())
        return reason.value_or(Error{ErrorCode::ReadOnly, path});
    reading.reset(); // a copy, which is old now
    auto write = GuardedWrite::begin(path, known);
    if (!write || schema == newestSchema())
        return write;
    auto done = isBackedUp ? Result<>() : backUp(write->file());
    if (done)
        done = migrate(write->database(), schema, newestSchema());
    return done ? std::move(write) : Result<GuardedWrite>(done.error());
}

Result<> ReportFile::Private::commit(GuardedWrite &write)
{
    const auto written = write.commit();
    if (!written)
        return written.error();
    known = *written;
    schema = newestSchema();
    return {};
}

/// Of the state that memory comes from, in the newest schema.
Result<std::unique_ptr<PrivateCopy>> ReportFile::Private::copyOfKnown() const
{
    auto copy = lookInto(path);
    if (!copy)
        return copy;
    const auto state = readState(*(*copy)->database);
    if (!state)
        return state.error();
    if (!state->isSameCommit(known))
        return Error{ErrorCode::Replaced, path};
    if ((*copy)->schema == newestSchema())
        return copy;
    const auto done = migrateCopy(*(*copy)->database);
    return done ? std::move(copy) : Result<std::unique_ptr<PrivateCopy>>(done.error());
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
const QString &ReportFile::judgedBy() const { return d->judgedBy; }
void ReportFile::judgeBy(const QString &rules) { d->editor.rules = rules; }

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

Result<QUuid> ReportFile::idIn(const QString &path)
{
    const auto looked = lookInto(path);
    if (!looked)
        return looked.error();
    const auto id = (*looked)->database->value(QStringLiteral("SELECT value FROM meta WHERE key = 'id'"));
    return id ? QUuid::fromString(id->toString()) : QUuid();
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
    d->judgedBy = rulesIn(*copy->database);
    const bool isThere = report && copy->stamp == stampOf(d->path); // what the copy has shown to be ours
    if (isThere && copy->isHalfWritten && !d->readOnly()) {
        if (const auto done = d->takeBack(); !done)
            return done.error();
    }
    return report;
}

Result<> ReportFile::write(
    const Report &next, const Delta &delta, const Change &change, const QDateTime &when, const Change *run)
{
    auto write = d->beginWrite();
    if (!write)
        return write.error();
    const auto moves = countMoves(write->database());
    auto done = moves ? writeDelta(write->database(), next, delta) : Result<>(moves.error());
    if (done && next.review().events.size() > *moves)
        done = keepPicture(write->database(), next);
    if (done)
        done = History::record(write->database(), next,
            {run ? *run : delta.inverse, change.description, change.by.isEmpty() ? d->editor.name : change.by,
                when, run != nullptr});
    if (done)
        done = keepRules(write->database(), d->editor);
    return done ? d->commit(*write) : done;
}

Result<std::optional<Report>> ReportFile::pictureAt(int move)
{
    const auto copy = d->copyOfKnown();
    return copy ? nianbao::pictureAt(*(*copy)->database, move, d->path)
                : Result<std::optional<Report>>(copy.error());
}

Result<History> ReportFile::history(const Report &present)
{
    const auto copy = d->copyOfKnown();
    return copy ? History::read(*(*copy)->database, present, d->path) : Result<History>(copy.error());
}

namespace {

/// What was left beside the report before its schema was changed.
QStringList backupsOf(const QString &path)
{
    const QFileInfo info(path);
    QStringList backups;
    const auto names = info.dir().entryList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        if (name.startsWith(info.completeBaseName() + QStringLiteral("（v"))
            && name.contains(QStringLiteral(" 备份")) && name.endsWith(QStringLiteral("）.") + info.suffix()))
            backups.append(info.dir().filePath(name));
    }
    return backups;
}

/// Also one that cannot be read, or is not asked for a sentence.
bool mayHold(const QString &backup, const QString &sentence)
{
    const auto copy = lookInto(backup);
    const auto found = copy ? holds(*(*copy)->database, sentence) : Result<bool>(copy.error());
    return sentence.isEmpty() || !found || *found;
}

} // namespace

Result<Cleared> ReportFile::clearHistory(const Report &present, const Clearing &what, const QDateTime &when)
{
    if (const auto place = placeOf(what.sentence, present))
        return Error{ErrorCode::StillInReport, d->path, place->toString()};
    auto write = d->beginWrite();
    if (!write)
        return write.error();
    Database &db = write->database();
    auto done = db.run(QStringLiteral("PRAGMA secure_delete = ON"));
    const auto history = done ? History::read(db, present, d->path) : Result<History>(done.error());
    const auto rows = history ? nianbao::clearHistory(db, *history, what) : Result<int>(history.error());
    if (!rows)
        return rows.error();
    done = History::record(
        db, present, {Change(), Words::tr("Content was cleared from the history"), d->editor.name, when});
    if (done)
        done = d->commit(*write);
    if (!done)
        return done.error();
    auto emptying = GuardedWrite::begin(d->path, d->known);
    done = emptying ? emptying->vacuum(d->known) : Result<>(emptying.error());
    if (!done)
        return done.error();
    Cleared cleared{*rows};
    for (const QString &backup : backupsOf(d->path)) {
        if (mayHold(backup, what.sentence))
            cleared.backups.append(backup);
    }
    return cleared;
}

namespace {

using Filling = std::function<Result<>(Database &)>; // what a new file holds besides the report

/// A complete file with the report under a name of its own, closed and on disk.
Result<> writeNew(const QString &file, const QString &shownPath, const Report &report, const QDateTime &when,
    const Filling &besides)
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
        done = besides(db);
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
    const bool isOutside
        = !found && found.error().code == ErrorCode::ReadFailed; // the place of the copy is full …
    return Error{ErrorCode::WriteFailed, shownPath,
        isOutside ? found.error().detail : Words::tr("it could not be read back")};
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

/// The file under its name; its real path.
Result<QString> make(const QString &path, const Report &given, bool replace, const ReportFile::Editor &editor,
    const QDateTime &when, const Filling &besides)
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
    const auto filling = [&](Database &db) {
        const auto done = besides(db);
        return done ? keepRules(db, editor) : done;
    };
    if (const auto done = writeNew(made.fileName(), path, report, when, filling); !done)
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
    return target;
}

} // namespace

Result<std::unique_ptr<ReportFile>> ReportFile::create(
    const QString &path, const Report &report, bool replace, const Editor &editor, const QDateTime &when)
{
    const auto made = make(path, report, replace, editor, when, [](Database &) { return Result<>(); });
    return made ? open(*made, Mode::Edit, editor) : Result<std::unique_ptr<ReportFile>>(made.error());
}

Result<std::unique_ptr<ReportFile>> ReportFile::copyTo(
    const QString &path, const Report &report, const Change &back, bool replace, const QDateTime &when)
{
    const auto source
        = d->copyOfKnown(); // a file that is gone gives no history, and is the reason for the copy
    const auto made = make(path, report, replace, d->editor, when, [&](Database &db) {
        auto done = source ? History::copy(*(*source)->database, db) : Result<>();
        if (done && !back.steps.isEmpty())
            done = History::record(db, report,
                {back, Words::tr("Saved as a copy with what was still open"), d->editor.name, when});
        return done;
    });
    return made ? open(*made, Mode::Edit, d->editor) : Result<std::unique_ptr<ReportFile>>(made.error());
}

Result<> ReportFile::handOverCopy(
    const QString &path, const Report &report, bool replace, const QDateTime &when)
{
    const auto source = d->copyOfKnown();
    if (!source)
        return source.error();
    if (QFileInfo::exists(path) && stampOf(path).isSameFile(stampOf(d->path)))
        return Error{ErrorCode::SameFile, path}; // its history would be gone for good
    const auto made = make(path, forHandOver(report), replace, d->editor, when,
        [&](Database &db) { return copySealedPicture(*(*source)->database, db, report.review()); });
    return made ? Result<>() : Result<>(made.error());
}

} // namespace nianbao
