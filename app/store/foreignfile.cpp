// SPDX-License-Identifier: MulanPSL-2.0
#include "foreignfile.h"

#include "bounds.h"
#include "filestate.h"
#include "readlock.h"
#include "reportfile.h"
#include "schemaguard.h"
#include "sidefiles.h"
#include "systemreason.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>
#include <sqlite3.h>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr qint64 kMostInMemory = 32 << 20; // a larger one is read from a private file, page by page

struct Judged {
    RegularFile file;
    qint64 size;
    FileHeader header;
    SideFiles beside;
    bool standsForItself() const { return !beside.hotJournal && !header.writeAheadLog; }
};

Result<Judged> judge(const QString &path)
{
    auto file = RegularFile::open(path, bounds::kReportFileBytes);
    if (!file)
        return file.error();
    const ReadLock lock = lockForReading(file->descriptor());
    if (lock == ReadLock::Refused)
        return storageError(SQLITE_BUSY, {}, path);
    const auto header = readHeader(*file, path);
    if (!header)
        return header.error();
    if (header->applicationId != quint32(kApplicationId))
        return Error{ErrorCode::ForeignDatabase, path};
    if (header->schema > quint32(newestSchema()))
        return Error{ErrorCode::TooNew, path, QString::number(header->schema)};
    auto beside = judgeSideFiles(*file, *header, QFileInfo(path).canonicalFilePath());
    if (!beside)
        return beside.error();
    if (lock == ReadLock::WriterWaits)
        beside->hotJournal = false; // of a living program that has not touched the file yet
    const auto size = file->size();
    if (!size)
        return size.error();
    const qint64 expected = qint64(header->pageCount) * header->pageSize;
    // with a journal or log the length is not settled yet
    if (header->schema < 1 || (*size < expected && !beside->hotJournal && !beside->log))
        return Error{ErrorCode::Damaged, path, QStringLiteral("%1 < %2").arg(*size).arg(expected)};
    return Judged{std::move(*file), *size, *header, *beside};
}

/// What fails in the folder for temporary files is no fault of the report, and nothing of it is lost.
Error temporaryFailure(const QString &shownPath, ErrorCode code, const QString &reason)
{
    const bool isFull = code == ErrorCode::DiskFull || meansFullDisk(errno);
    return {ErrorCode::ReadFailed, shownPath,
        isFull ? Words::tr("the folder for temporary files is full") : reason};
}

Result<> copyFile(const RegularFile &source, const QString &target, const QString &shownPath)
{
    QFile file(target);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return temporaryFailure(shownPath, ErrorCode::ReadFailed, file.errorString());
    errno = 0;
    const auto done = source.copyTo(file.handle());
    return done ? done : Result<>(temporaryFailure(shownPath, done.error().code, done.error().detail));
}

/// The file and what SQLite obeys beside it into a folder of our own, there made to stand for itself.
Result<> copyOut(const Judged &judged, const QString &path, const QString &target, QByteArray *hash)
{
    auto done = copyFile(judged.file, target, path);
    if (done && hash) {
        const auto copied = RegularFile::open(target, kMostSideBytes);
        const auto bytes = copied ? hashOf(*copied) : Result<QByteArray>(copied.error());
        if (!bytes)
            return temporaryFailure(path, ErrorCode::ReadFailed, bytes.error().detail);
        *hash = *bytes;
    }
    const QString original = QFileInfo(path).canonicalFilePath();
    for (const char *tail : {kJournalTail, kLogTail}) {
        if (!done || !(tail == kJournalTail ? judged.beside.hotJournal : judged.beside.log))
            continue;
        const auto side
            = RegularFile::open(sideFile(original, tail), kMostSideBytes, RegularFile::Link::Refuse);
        if (!side) // judged a moment ago
            return storageError(SQLITE_BUSY, {}, path);
        done = copyFile(*side, sideFile(target, tail), path);
    }
    return done && !judged.standsForItself() ? settle(target, path) : done;
}

Result<std::unique_ptr<Database>> readImage(
    const RegularFile &file, qint64 size, const QString &path, QByteArray *hash = nullptr)
{
    const auto image = file.read(0, size);
    if (image && hash)
        *hash = hashOf(*image);
    return image ? Database::ofImage(*image, path) : Result<std::unique_ptr<Database>>(image.error());
}

/// In memory when it fits there, so that nothing of it lies about; else in a folder that goes with it.
Result<std::unique_ptr<Database>> openPrivately(
    const Judged &judged, const QString &path, PrivateCopy &copy, FileBytes bytes)
{
    QByteArray *hash = bytes == FileBytes::Hashed ? &copy.bytes : nullptr;
    if (judged.standsForItself() && judged.size <= kMostInMemory)
        return readImage(judged.file, judged.size, path, hash);
    errno = 0;
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return temporaryFailure(path, ErrorCode::ReadFailed, folder->errorString());
    const QString target = folder->filePath(QStringLiteral("report"));
    if (const auto done = copyOut(judged, path, target, hash); !done)
        return done.error();
    const auto settled = RegularFile::open(target, kMostSideBytes);
    const auto size = settled ? settled->size() : Result<qint64>(settled.error());
    if (!size)
        return temporaryFailure(path, ErrorCode::ReadFailed, size.error().detail);
    if (*size <= kMostInMemory)
        return readImage(*settled, *size, path);
    copy.folder = std::move(folder);
    return Database::open(target, Database::Access::Write, path);
}

} // namespace

PrivateCopy::~PrivateCopy()
{
    database.reset(); // before its folder
}

Result<> judgeFile(const QString &path)
{
    const auto judged = judge(path);
    return judged ? Result<>() : Result<>(judged.error());
}

namespace {

/// The file's bytes in a private place. Only so long is nobody kept from writing it.
Result<std::unique_ptr<PrivateCopy>> copied(const QString &path, FileBytes bytes)
{
    const auto judged = judge(path);
    if (!judged)
        return judged.error();
    auto copy = std::make_unique<PrivateCopy>();
    copy->isHalfWritten = judged->beside.hotJournal;
    copy->stamp = stampOf(judged->file.descriptor());
    auto database = openPrivately(*judged, path, *copy, bytes);
    if (!database)
        return database.error();
    copy->database = std::move(*database);
    return copy;
}

} // namespace

Result<std::unique_ptr<PrivateCopy>> lookInto(const QString &path, FileBytes bytes)
{
    auto made = copied(path, bytes);
    if (!made)
        return made;
    const auto &copy = *made;
    Database &db = *copy->database;
    if (const auto done = expectOurSchema(db, path); !done)
        return done.error();
    const auto health = db.value(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!health)
        return health.error();
    if (health->toString() != u"ok")
        return storageError(SQLITE_CORRUPT, health->toString(), path);
    const auto schema = db.value(QStringLiteral("PRAGMA user_version"));
    if (!schema)
        return schema.error();
    copy->schema = schema->toInt();
    return made;
}

Result<> settle(const QString &path, const QString &shownPath)
{
    const auto database = Database::open(path, Database::Access::Write, shownPath);
    if (!database)
        return database.error();
    // the first look at the file takes half an edit back
    if (const auto seen = (*database)->value(QStringLiteral("SELECT count(*) FROM sqlite_master")); !seen)
        return seen.error();
    return (*database)->run(QStringLiteral("PRAGMA journal_mode = DELETE"));
}

} // namespace nianbao
