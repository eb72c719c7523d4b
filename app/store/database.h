// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "result.h"
#include "writegate.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <unordered_map>

struct sqlite3;

namespace nianbao {

/// One connection to SQLite, closed and forgotten with the object. Keeps its prepared statements. Maps
/// SQLite's codes to ours; errors carry the path that is shown to people, not that of a temporary copy.
/// Hardened whatever it opens: no trigger, view or function of the file's schema runs, nothing is attached,
/// nothing temporary goes to disk, and each statement has a budget.
class Database {
public:
    enum class Access {
        Read,
        Write, // of a file that exists
        Create,
    };
    /// What stands beside the file, and would be obeyed, is judged once more: ForeignSideFile.
    static Result<std::unique_ptr<Database>> open(
        const QString &file, Access access, const QString &shownPath);
    static Result<std::unique_ptr<Database>> inMemory(const QString &shownPath);
    /// A private copy of a file's bytes, to be changed at will.
    static Result<std::unique_ptr<Database>> ofImage(const QByteArray &image, const QString &shownPath);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<> run(const QString &sql, const QVariantList &values = {});
    /// All rows of a query; values as SQLite gives them.
    Result<QList<QVariantList>> rows(const QString &sql, const QVariantList &values = {});
    Result<QVariant> value(const QString &sql); // first column of the first row
    /// Statements of a file, each ended by a semicolon at the end of a line.
    Result<> runScript(const QString &script);
    /// Writes the whole file anew, so that nothing deleted is left in it. Outside of a transaction.
    Result<> vacuum();

    /// What one statement may cost: TooCostly beyond.
    struct Limits {
        qint64 steps; // of SQLite's machine
        qint64 bytes; // of all texts and pictures that it gives back
        qint64 value; // the same of any one, also of one that is only touched
    };
    /// Other limits while it lives.
    class Budget {
    public:
        Budget(Database &database, Limits limits);
        ~Budget();
        Budget(const Budget &) = delete;
        Budget &operator=(const Budget &) = delete;

    private:
        Database &m_database;
        Limits m_before;
    };
    Limits limits() const { return m_limits; }

    /// Asked before the first byte of a commit reaches the file; no: it fails, and nothing was written.
    void askBeforeWriting(std::function<bool()> mayWrite);
    bool wasWritingRefused() const { return m_gate && m_gate->isShut(); }

private:
    Database(QString name, QString shownPath);
    static Result<std::unique_ptr<Database>> connect(
        const QString &name, const QString &options, const QString &shownPath);
    Result<> runRaw(const char *sql);
    Result<> fill(const QByteArray &image);
    void harden();
    void setLimits(Limits limits);
    static int countSteps(void *database);
    Error errorOf(const QSqlError &error) const;

    QString m_name;
    QString m_shownPath;
    std::unique_ptr<WriteGate> m_gate{};
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr; // of m_database
    Limits m_limits{};
    qint64 m_stepsLeft = 0;
    std::unordered_map<QString, QSqlQuery> m_prepared{};
};

/// A name that stands in somebody's file, for a sentence of ours: one short line without control characters.
QString shownDetail(const QString &name);

/// Ours for SQLite's code; what SQLite said goes to the log, never into a sentence.
Error storageError(int code, const QString &said, const QString &shownPath);

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
