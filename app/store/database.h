// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <unordered_map>

namespace nianbao {

/// One connection to SQLite, closed and forgotten with the object. Keeps its prepared statements. Maps
/// SQLite's codes to ours; errors carry the path that is shown to people, not that of a temporary copy.
class Database {
public:
    enum class Access {
        Read,
        Write, // of a file that exists
        Create,
    };
    static Result<std::unique_ptr<Database>> open(
        const QString &file, Access access, const QString &shownPath);
    static Result<std::unique_ptr<Database>> inMemory(const QString &shownPath);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<> run(const QString &sql, const QVariantList &values = {});
    /// All rows of a query; values as SQLite gives them.
    Result<QList<QVariantList>> rows(const QString &sql, const QVariantList &values = {});
    Result<QVariant> value(const QString &sql); // first column of the first row
    /// Statements of a file, each ended by a semicolon at the end of a line.
    Result<> runScript(const QString &script);

private:
    Database(QString name, QString shownPath);
    static Result<std::unique_ptr<Database>> connect(
        const QString &name, const QString &options, bool mayWrite, const QString &shownPath);
    Error errorOf(const QSqlError &error) const;

    QString m_name;
    QString m_shownPath;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared{};
};

/// Begins at once with the right to write; rolled back unless committed.
class Transaction {
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<> commit();

private:
    explicit Transaction(Database *database);
    Database *m_database;
};

} // namespace nianbao
