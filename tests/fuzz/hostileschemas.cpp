// SPDX-License-Identifier: MulanPSL-2.0
#include "hostileschemas.h"

#include "hostilefiles.h"
#include "stranger.h"

#include <QList>

namespace nianbao::fuzz {

namespace {

const QList<QByteArray> kTables{
    "cell", "fact", "subsection", "audit", "meta", "history"}; // of every version, and the newest

QByteArray endless(Random &random)
{
    const QByteArray start = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT ";
    return start
        + random.oneOf<const char *>({"i AS key, '' AS value FROM n", "i AS id FROM n ORDER BY random()",
            "i AS key, zeroblob(100000000) AS value FROM n", "count(*) AS id FROM n",
            "hex(zeroblob(400000000)) AS key, i AS value FROM n, n AS m"});
}

QByteArray trigger(const QByteArray &name, const QByteArray &table, Random &random)
{
    return "CREATE TRIGGER \"" + name + "\" " + random.oneOf<const char *>({"BEFORE", "AFTER"}) + ' '
        + random.oneOf<const char *>({"INSERT", "UPDATE", "DELETE"}) + " ON " + table + " BEGIN "
        + random.oneOf<const char *>(
            {"SELECT RAISE(IGNORE);", "SELECT RAISE(ABORT, 'no');", "UPDATE cell SET value = '666';",
                "DELETE FROM audit;", "INSERT INTO fact VALUES (random(), hex(zeroblob(1000000)));",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;"})
        + " END";
}

QByteArray instead(const QByteArray &table, const QByteArray &by)
{
    return "DROP TABLE " + table + "; " + by;
}

/// A statement that anybody could run.
QByteArray statement(Random &random)
{
    const QByteArray table = random.oneOf(kTables);
    const QByteArray name = random.chance(70)
        ? QByteArray("x") + QByteArray::number(random.below(99))
        : QByteArray(random.oneOf<const char *>({"\x1b[2J", "sqlite", " ", "cell ", "a;b", "汉"}));
    const QByteArray as = " \"" + name + "\" ";
    switch (random.below(20)) {
    case 0:
    case 1: return trigger(name, table, random);
    case 2: return "CREATE VIEW" + as + "AS " + endless(random);
    case 3:
    case 4: return instead(table, "CREATE VIEW " + table + " AS " + endless(random));
    case 5: return instead(table, "CREATE VIEW " + table + " AS SELECT * FROM " + random.oneOf(kTables));
    case 6:
        return "CREATE INDEX" + as + "ON " + table + " ("
            + random.oneOf<const char *>({"1", "rowid", "hex(randomblob(9))", "lower(key)", "key", "value",
                "text", "body", "upper(body) || heading"})
            + ')';
    case 7:
        return "CREATE TABLE" + as + "(a, b AS ("
            + random.oneOf<const char *>({"a || a", "zeroblob(500000000)", "abs(a)"}) + ") "
            + random.oneOf<const char *>({"STORED", "VIRTUAL"}) + ')';
    case 8:
        return "CREATE VIRTUAL TABLE" + as + "USING "
            + random.oneOf<const char *>(
                {"fts5(a)", "fts3(a)", "rtree(a, b, c)", "dbstat", "fts5vocab('x', 'row')"});
    case 9: return "ANALYZE";
    case 10: return "CREATE TABLE" + as + "(a INTEGER PRIMARY KEY AUTOINCREMENT)";
    case 11: return "ALTER TABLE " + table + " RENAME TO" + as;
    case 12: return "DROP TABLE " + table;
    case 13: return "ALTER TABLE " + table + " ADD COLUMN" + as + "TEXT";
    case 14:
        return "CREATE TABLE" + as + "(a TEXT COLLATE "
            + random.oneOf<const char *>({"NOCASE", "RTRIM", "BINARY"}) + ", b REFERENCES " + table + ')';
    case 15:
        return instead(
            table, "CREATE TABLE " + table + " (key TEXT PRIMARY KEY, value TEXT, note, id, text)");
    case 16:
        return instead(table,
            "CREATE TABLE " + table + " AS " + "SELECT 1 AS key, " + strangeValue(random).left(5000)
                + " AS value");
    case 17:
        return "CREATE UNIQUE INDEX" + as + "ON audit (text) WHERE id > "
            + QByteArray::number(random.below(9));
    case 18:
        return "ALTER TABLE " + table + " RENAME COLUMN "
            + random.oneOf<const char *>({"key", "value", "text", "body"}) + " TO" + as;
    default:
        return "PRAGMA "
            + QByteArray(random.oneOf<const char *>({"page_size = 1024; VACUUM", "auto_vacuum = FULL; VACUUM",
                "auto_vacuum = INCREMENTAL; VACUUM", "journal_mode = WAL", "user_version = 3",
                "user_version = 0", "user_version = -1", "application_id = 0", "schema_version = 0",
                "default_cache_size = 9", "page_size = 65536; VACUUM", "page_size = 512; VACUUM"}));
    }
}

/// What only somebody writes who edits the schema by hand.
QByteArray rewriting(Random &random)
{
    const QByteArray where = " WHERE name = '" + random.oneOf(kTables) + '\'';
    switch (random.below(9)) {
    case 0:
        return "UPDATE sqlite_master SET rootpage = "
            + QByteArray::number(random.chance(50) ? random.below(25) : qint32(random.edge())) + where;
    case 1: return "UPDATE sqlite_master SET sql = " + strangeValue(random).left(20'000) + where;
    case 2:
        return "UPDATE sqlite_master SET type = '"
            + QByteArray(random.oneOf<const char *>({"view", "index", "trigger", "", "TABLE"})) + '\''
            + where;
    case 3: return "UPDATE sqlite_master SET name = " + strangeValue(random).left(5000) + where;
    case 4: return "UPDATE sqlite_master SET tbl_name = 'cell'" + where;
    case 5: return "INSERT INTO sqlite_master SELECT * FROM sqlite_master" + where;
    case 6:
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + QByteArray::number(random.oneOf({5, 900, 60'000})) + ") INSERT INTO sqlite_master SELECT '"
            + random.oneOf<const char *>({"table", "view", "index", "trigger"})
            + "', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT 1' FROM n";
    case 7:
        return "UPDATE sqlite_master SET sql = replace(sql, '"
            + QByteArray(random.oneOf<const char *>(
                {"STRICT", "TEXT", "NOT NULL", "key", " ", "PRIMARY KEY", "CHECK"}))
            + "', '"
            + random.oneOf<const char *>(
                {"", "BLOB", "/**/", "x", "  ", "UNIQUE", "CHECK (abs(-9223372036854775808)) "})
            + "')" + where;
    default: return "DELETE FROM sqlite_master" + where;
    }
}

} // namespace

bool breakSchema(const QString &path, Random &random)
{
    const Stranger stranger(path);
    bool isDone = false;
    for (int i = random.chance(70) ? 0 : random.below(4); i >= 0; --i) {
        const bool byHand = random.chance(35);
        isDone = (byHand ? stranger.rewrite(rewriting(random)) : stranger.run(statement(random))) || isDone;
    }
    return isDone;
}

} // namespace nianbao::fuzz
