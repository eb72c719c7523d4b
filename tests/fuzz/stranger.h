// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QFile>

#include <sqlite3.h>

namespace nianbao::fuzz {

/// SQLite as a stranger uses it, with nothing switched off. What it refuses is not done: another case will
/// be.
class Stranger {
public:
    explicit Stranger(const QString &path)
    {
        if (sqlite3_open(QFile::encodeName(path).constData(), &m_db) != SQLITE_OK)
            qFatal("a file cannot be prepared");
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        run("PRAGMA synchronous = OFF");
    }
    ~Stranger() { sqlite3_close(m_db); }
    Stranger(const Stranger &) = delete;
    Stranger &operator=(const Stranger &) = delete;

    bool run(const QByteArray &sql) const
    {
        return sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    /// Changes the words of the schema, which hold from the next statement on.
    bool rewrite(const QByteArray &sql) const
    {
        const bool done = run("PRAGMA writable_schema = ON") && run(sql);
        return run("PRAGMA writable_schema = RESET") && done;
    }

private:
    sqlite3 *m_db = nullptr;
};

} // namespace nianbao::fuzz
