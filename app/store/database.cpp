// SPDX-License-Identifier: MulanPSL-2.0
#include "database.h"

#include <QSqlError>
#include <QSqlRecord>

#include <atomic>
#include <cerrno>

namespace nianbao {

namespace {

// SQLite's result codes, https://sqlite.org/rescode.html; the low byte is the primary code
enum : int {
    kPerm = 3,
    kBusy = 5,
    kLocked = 6,
    kReadOnly = 8,
    kIoError = 10,
    kCorrupt = 11,
    kFull = 13,
    kCantOpen = 14,
    kNotADatabase = 26,
    kReadOnlyMoved = kReadOnly | (4 << 8),
};

QString freshName()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("nianbao-%1").arg(++number);
}

} // namespace

Database::Database(QString name, QString shownPath)
    : m_name(std::move(name))
    , m_shownPath(std::move(shownPath))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{ }

Database::~Database()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access, const QString &shownPath)
{
    auto database = std::unique_ptr<Database>(new Database(freshName(), shownPath));
    database->m_database.setDatabaseName(file);
    // a busy file is somebody else's, not ours to wait for long
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000");
    if (access == Access::Read)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database->m_database.setConnectOptions(options);
    if (!database->m_database.open())
        return database->errorOf(database->m_database.lastError());
    if (access == Access::Write) {
        for (const char *pragma : {"PRAGMA synchronous = EXTRA", "PRAGMA foreign_keys = ON"}) {
            if (const auto done = database->run(QLatin1String(pragma)); !done)
                return done.error();
        }
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::inMemory(const QString &shownPath)
{
    return open(QStringLiteral(":memory:"), Access::Write, shownPath);
}

Error Database::errorOf(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt();
    const QString said = error.databaseText();
    const auto as = [&](ErrorCode kind) { return Error{kind, m_shownPath, said}; };
    if (code == kReadOnlyMoved)
        return as(ErrorCode::FileGone);
    switch (code & 0xFF) {
    case kFull: return as(ErrorCode::DiskFull);
    case kIoError:
        return as(errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? ErrorCode::DiskFull
                                                                       : ErrorCode::WriteFailed);
    case kReadOnly:
    case kPerm:
    case kCantOpen: return as(ErrorCode::NoPermission);
    case kCorrupt: return as(ErrorCode::Damaged);
    case kNotADatabase: return as(ErrorCode::NotADatabase);
    case kBusy:
    case kLocked: return as(ErrorCode::InUse);
    default: return as(ErrorCode::WriteFailed);
    }
}

Result<> Database::run(const QString &sql, const QVariantList &values)
{
    const auto done = rows(sql, values);
    return done ? Result<>() : Result<>(done.error());
}

Result<QList<QVariantList>> Database::rows(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    errno = 0;
    if (!query.prepare(sql))
        return errorOf(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return errorOf(query.lastError());
    QList<QVariantList> result;
    const int columns = query.record().count();
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < columns; ++i)
            row.append(query.value(i));
        result.append(row);
    }
    if (query.lastError().isValid())
        return errorOf(query.lastError());
    return result;
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
