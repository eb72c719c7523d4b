// SPDX-License-Identifier: MulanPSL-2.0
#include "database.h"

#include "bounds.h"
#include "sidefiles.h"
#include "systemreason.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstring>
#include <limits>
#include <sqlite3.h>

namespace nianbao {

namespace {

Q_LOGGING_CATEGORY(storeLog, "nianbao.store", QtInfoMsg) // debug messages only when asked for

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr int kBusyMilliseconds = 2000; // a busy file is somebody else's, not ours to wait for long

// Far above what any statement of ours takes on a file of ours
constexpr qint64 kLeastSteps = 10'000'000; // a tenth of a second or two
constexpr qint64 kStepsPerByte = 4; // a check reads every value of the file
constexpr int kStepsPerCount = 1000;
constexpr qint64 kMostBytes = bounds::kJsonBytes; // last year's report with its pictures
constexpr qsizetype kMostRows = 300'000;

constexpr qsizetype kMostDetail = 60; // characters

constexpr std::pair<int, int> kSettings[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
};
constexpr std::pair<int, int> kMeasures[] = {
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_SQL_LENGTH, 100'000},
    {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_COMPOUND_SELECT, 10},
    {SQLITE_LIMIT_VDBE_OP, 50'000},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

QString freshName()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("nianbao-%1").arg(++number);
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3*") != 0)
        qFatal("the SQLite driver gives no handle");
    return *static_cast<sqlite3 *const *>(handle.constData());
}

qint64 sizeOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString: return value.toString().size() * qint64(sizeof(QChar));
    case QMetaType::QByteArray: return value.toByteArray().size();
    default: return 0;
    }
}

ErrorCode codeOf(int sqliteCode)
{
    if (sqliteCode == SQLITE_READONLY_DBMOVED)
        return ErrorCode::FileGone;
    if (sqliteCode == SQLITE_IOERR_READ)
        return ErrorCode::ReadFailed;
    switch (sqliteCode & 0xFF) {
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_IOERR: return meansFullDisk(errno) ? ErrorCode::DiskFull : ErrorCode::WriteFailed;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return ErrorCode::NoPermission;
    case SQLITE_ERROR: // our own statements are right, so a table or column of the file is missing
    case SQLITE_CORRUPT: return ErrorCode::Damaged;
    case SQLITE_NOTADB: return ErrorCode::NotADatabase;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::InUse;
    case SQLITE_INTERRUPT: // by our count of steps
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM: return ErrorCode::TooCostly;
    default: return ErrorCode::WriteFailed;
    }
}

} // namespace

QString shownDetail(const QString &name)
{
    QString clean;
    for (const QChar c : name.left(kMostDetail))
        clean += c.isPrint() ? c : QChar(u' ');
    return clean.simplified();
}

Error storageError(int code, const QString &said, const QString &shownPath)
{
    const ErrorCode kind = codeOf(code);
    qCDebug(storeLog).noquote() << shownPath << code << said;
    if (kind == ErrorCode::InUse)
        return {kind, shownPath, Words::tr("another program is writing just now")};
    return {kind, shownPath, QStringLiteral("SQLite %1").arg(code)};
}

Database::Database(QString name, QString shownPath)
    : m_name(std::move(name))
    , m_shownPath(std::move(shownPath))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{ }

Database::~Database()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access, const QString &shownPath)
{
    if (access != Access::Create) {
        if (const auto done = expectOwnSideFiles(file); !done)
            return done.error();
    }
    // as a URI, because only there "of a file that exists" can be said
    const char *mode = access == Access::Read ? "ro" : access == Access::Write ? "rw" : "rwc";
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) + QStringLiteral("?mode=")
        + QLatin1String(mode);
    QString options = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyMilliseconds);
    if (access == Access::Read)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    auto database = connect(uri, options, shownPath);
    if (!database)
        return database;
    (*database)->setLimits({kLeastSteps + kStepsPerByte * QFileInfo(file).size(), kMostBytes, kMostBytes});
    if (access == Access::Read)
        return database;
    const auto done = (*database)->runRaw("PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON");
    return done ? std::move(database) : Result<std::unique_ptr<Database>>(done.error());
}

Result<std::unique_ptr<Database>> Database::inMemory(const QString &shownPath)
{
    return connect(QStringLiteral(":memory:"), {}, shownPath);
}

Result<std::unique_ptr<Database>> Database::ofImage(const QByteArray &image, const QString &shownPath)
{
    auto database = inMemory(shownPath);
    if (!database)
        return database;
    const auto done = (*database)->fill(image);
    return done ? std::move(database) : Result<std::unique_ptr<Database>>(done.error());
}

Result<std::unique_ptr<Database>> Database::connect(
    const QString &name, const QString &options, const QString &shownPath)
{
    auto database = std::unique_ptr<Database>(new Database(freshName(), shownPath));
    database->m_database.setDatabaseName(name);
    database->m_database.setConnectOptions(options);
    errno = 0;
    if (!database->m_database.open())
        return database->errorOf(database->m_database.lastError());
    database->m_handle = handleOf(database->m_database);
    database->harden();
    return database;
}

void Database::askBeforeWriting(std::function<bool()> mayWrite)
{
    m_gate = std::make_unique<WriteGate>(m_handle, std::move(mayWrite));
}

/// What a schema of a stranger could set going is switched off, whether or not the schema was judged.
void Database::harden()
{
    for (const auto &[option, value] : kSettings)
        sqlite3_db_config(m_handle, option, value, nullptr);
    for (const auto &[limit, value] : kMeasures)
        sqlite3_limit(m_handle, limit, value);
    setLimits({kLeastSteps, kMostBytes, kMostBytes});
    sqlite3_progress_handler(m_handle, kStepsPerCount, &Database::countSteps, this);
    const auto done = runRaw("PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0");
    if (!done)
        qFatal("SQLite does not take its settings");
}

int Database::countSteps(void *database)
{
    auto *self = static_cast<Database *>(database);
    self->m_stepsLeft -= kStepsPerCount;
    return self->m_stepsLeft < 0;
}

void Database::setLimits(Limits limits)
{
    m_limits = limits;
    m_stepsLeft = limits.steps;
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, int(std::min<qint64>(limits.value, INT_MAX)));
}

Database::Budget::Budget(Database &database, Limits limits)
    : m_database(database), m_before(database.m_limits)
{
    database.setLimits(limits);
}

Database::Budget::~Budget() { m_database.setLimits(m_before); }

Result<> Database::runRaw(const char *sql)
{
    errno = 0;
    m_stepsLeft = m_limits.steps;
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return {};
    return storageError(
        sqlite3_extended_errcode(m_handle), QString::fromUtf8(sqlite3_errmsg(m_handle)), m_shownPath);
}

Result<> Database::fill(const QByteArray &image)
{
    const auto size = sqlite3_int64(image.size());
    auto *bytes = static_cast<unsigned char *>(sqlite3_malloc64(sqlite3_uint64(size)));
    if (!bytes)
        return storageError(SQLITE_NOMEM, {}, m_shownPath);
    std::memcpy(bytes, image.constData(), size_t(size));
    const int code = sqlite3_deserialize(
        m_handle, "main", bytes, size, size, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (code != SQLITE_OK)
        return storageError(code, QString::fromUtf8(sqlite3_errmsg(m_handle)), m_shownPath);
    setLimits({kLeastSteps + kStepsPerByte * size, kMostBytes, kMostBytes});
    return {};
}

Error Database::errorOf(const QSqlError &error) const
{
    return storageError(error.nativeErrorCode().toInt(), error.databaseText(), m_shownPath);
}

Result<> Database::run(const QString &sql, const QVariantList &values)
{
    const auto done = rows(sql, values);
    return done ? Result<>() : Result<>(done.error());
}

Result<QList<QVariantList>> Database::rows(const QString &sql, const QVariantList &values)
{
    errno = 0; // what an error is judged by is then from this statement
    m_stepsLeft = m_limits.steps;
    auto query = m_prepared.find(sql);
    if (query == m_prepared.end()) {
        QSqlQuery fresh(m_database);
        fresh.setForwardOnly(true);
        if (!fresh.prepare(sql))
            return errorOf(fresh.lastError());
        query = m_prepared.emplace(sql, std::move(fresh)).first;
    }
    QSqlQuery &statement = query->second;
    for (int i = 0; i < values.size(); ++i)
        statement.bindValue(i, values[i]);
    if (!statement.exec())
        return errorOf(statement.lastError());
    QList<QVariantList> result;
    const int columns = statement.record().count();
    qint64 bytes = 0;
    while (statement.next()) {
        QVariantList row;
        for (int i = 0; i < columns; ++i) {
            row.append(statement.value(i));
            bytes += sizeOf(row.last());
        }
        result.append(row);
        if (bytes > m_limits.bytes || result.size() > kMostRows) {
            statement.finish();
            return storageError(SQLITE_TOOBIG, sql, m_shownPath);
        }
    }
    const QSqlError error = statement.lastError();
    statement.finish(); // else a read lock stays on the file
    return error.isValid() ? Result<QList<QVariantList>>(errorOf(error)) : result;
}

Result<QVariant> Database::value(const QString &sql)
{
    const auto all = rows(sql);
    if (!all)
        return all.error();
    return all->isEmpty() ? QVariant() : all->first().value(0);
}

Result<> Database::runScript(const QString &script)
{
    for (const QString &statement : script.split(QStringLiteral(";\n"), Qt::SkipEmptyParts)) {
        if (statement.trimmed().isEmpty())
            continue;
        if (const auto done = run(statement); !done)
            return done;
    }
    return {};
}

Result<> Database::vacuum()
{
    m_prepared.clear(); // statements under way forbid it
    const Budget budget(*this, {std::numeric_limits<qint64>::max() / 2, m_limits.bytes, m_limits.value});
    const int attached = sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 1); // SQLite's own copy of the file
    const auto done = runRaw("VACUUM");
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, attached);
    return done;
}

Transaction::Transaction(Database *database) : m_database(database) { }

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr))
{ }

Result<Transaction> Transaction::begin(Database &database)
{
    if (const auto done = database.run(QStringLiteral("BEGIN IMMEDIATE")); !done)
        return done.error();
    return Transaction(&database);
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself after a full disk: then this fails, which is as good
    if (m_database)
        static_cast<void>(m_database->run(QStringLiteral("ROLLBACK")).has_value());
}

Result<> Transaction::commit()
{
    const auto done = m_database->run(QStringLiteral("COMMIT"));
    if (done)
        m_database = nullptr;
    return done;
}

} // namespace nianbao
