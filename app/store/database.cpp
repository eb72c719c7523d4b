// SPDX-License-Identifier: MulanPSL-2.0
#include "database.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>

#include <atomic>
#include <cerrno>

namespace nianbao {

namespace {

// SQLite's result codes, https://sqlite.org/rescode.html; the low byte is the primary code
enum : int {
    kError = 1,
    kPerm = 3,
    kBusy = 5,
    kLocked = 6,
    kReadOnly = 8,
    kIoError = 10,
    kCorrupt = 11,
    kFull = 13,
    kCantOpen = 14,
    kNotADatabase = 26,
    kIoErrorRead = kIoError | (1 << 8),
    kReadOnlyMoved = kReadOnly | (4 << 8),
};

constexpr int kBusyMilliseconds = 2000; // a busy file is somebody else's, not ours to wait for long

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
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access, const QString &shownPath)
{
    // as a URI, because only there "of a file that exists" can be said
    const char *mode = access == Access::Read ? "ro" : access == Access::Write ? "rw" : "rwc";
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) + QStringLiteral("?mode=")
        + QLatin1String(mode);
    QString options = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyMilliseconds);
    if (access == Access::Read)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    return connect(uri, options, access != Access::Read, shownPath);
}

Result<std::unique_ptr<Database>> Database::inMemory(const QString &shownPath)
{
    return connect(QStringLiteral(":memory:"), {}, true, shownPath);
}

Result<std::unique_ptr<Database>> Database::connect(
    const QString &name, const QString &options, bool mayWrite, const QString &shownPath)
{
    auto database = std::unique_ptr<Database>(new Database(freshName(), shownPath));
    database->m_database.setDatabaseName(name);
    database->m_database.setConnectOptions(options);
    if (!database->m_database.open())
        return database->errorOf(database->m_database.lastError());
    if (mayWrite) {
        for (const char *pragma : {"PRAGMA synchronous = EXTRA", "PRAGMA foreign_keys = ON"}) {
            if (const auto done = database->run(QLatin1String(pragma)); !done)
                return done.error();
        }
    }
    return database;
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
        if (code == kIoErrorRead)
            return as(ErrorCode::ReadFailed);
        return as(errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? ErrorCode::DiskFull
                                                                       : ErrorCode::WriteFailed);
    case kReadOnly:
    case kPerm:
    case kCantOpen: return as(ErrorCode::NoPermission);
    case kError: // our own statements are right, so a table or column of the file is missing
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
    errno = 0; // what errorOf reads is then from this statement
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
    while (statement.next()) {
        QVariantList row;
        for (int i = 0; i < columns; ++i)
            row.append(statement.value(i));
        result.append(row);
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
