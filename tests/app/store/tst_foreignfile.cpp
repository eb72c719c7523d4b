// SPDX-License-Identifier: MulanPSL-2.0
// A report file made by somebody who means harm: refused in words, at once, and nothing of it ever runs.
#include "database.h"
#include "foreignfile.h"
#include "storefixtures.h"

#include <atomic>
#include <chrono>
#include <ctime>
#include <functional>
#include <sqlite3.h>
#include <thread>

using namespace nianbao;
using namespace nianbao::test;
using Mode = ReportFile::Mode;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double kMostSeconds = 10;
#else
constexpr double kMostSeconds = 2;
#endif

/// Of this process, however busy the computer is.
class Work {
public:
    bool isBounded() const { return double(std::clock() - m_start) / CLOCKS_PER_SEC < kMostSeconds; }

private:
    std::clock_t m_start = std::clock();
};

/// SQLite as a stranger uses it, with nothing switched off.
class Stranger {
public:
    explicit Stranger(const QString &path)
    {
        if (sqlite3_open(QFile::encodeName(path).constData(), &m_db) != SQLITE_OK)
            qFatal("cannot open");
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    }
    ~Stranger() { sqlite3_close(m_db); }
    Stranger(const Stranger &) = delete;
    Stranger &operator=(const Stranger &) = delete;
    void run(const QByteArray &sql) const
    {
        char *said = nullptr;
        if (sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, &said) != SQLITE_OK)
            qFatal("%s: %s", sql.left(200).constData(), said);
    }
    /// At once: nobody is waited for.
    bool mayWrite() const
    {
        if (sqlite3_exec(m_db, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) != SQLITE_OK)
            return false;
        run("ROLLBACK");
        return true;
    }
    /// Words in the schema that SQLite would not take as a statement.
    void rewrite(const QByteArray &sql) const
    {
        run("PRAGMA writable_schema = ON; " + sql
            + "; PRAGMA schema_version = 99; PRAGMA writable_schema = OFF");
    }

private:
    sqlite3 *m_db = nullptr;
};

using Harm = std::function<void(const Stranger &stranger)>;

Harm sql(const char *statements)
{
    return [statements](const Stranger &stranger) { stranger.run(statements); };
}

Harm words(const char *update)
{
    return [update](const Stranger &stranger) { stranger.rewrite(update); };
}

constexpr char kEndless[] = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, "
                            "'' AS at, '' AS who, '' AS text, '' AS change_json FROM n";

} // namespace

class ForeignFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aSchemaOfAStrangerIsRefused_data()
    {
        QTest::addColumn<Harm>("harm");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, const char *part, const Harm &harm) {
            QTest::newRow(name) << harm << QString::fromUtf8(part);
        };
        row("a trigger that swallows edits", "t",
            sql("CREATE TRIGGER t BEFORE INSERT ON cell BEGIN SELECT RAISE(IGNORE); END"));
        row("a trigger that changes other cells", "t",
            sql("CREATE TRIGGER t AFTER INSERT ON audit BEGIN UPDATE cell SET value = '9'; END"));
        const QByteArray endless = QByteArray("DROP TABLE audit; CREATE VIEW audit AS ") + kEndless;
        row("a view without end in the place of a table", "audit",
            [endless](const Stranger &stranger) { stranger.run(endless); });
        row("a view that sorts without end", "audit",
            [endless](const Stranger &stranger) { stranger.run(endless + " ORDER BY random()"); });
        row("a view of giant pictures", "picture",
            sql("DROP TABLE picture; CREATE VIEW picture AS SELECT '' AS key, zeroblob(900000000) AS bytes"));
        row("a view beside the tables", "v", sql("CREATE VIEW v AS SELECT 1"));
        row("a table more", "notes", sql("CREATE TABLE notes (a)"));
        row("an index", "i", sql("CREATE INDEX i ON cell (value)"));
        row("an index on an expression", "i", sql("CREATE INDEX i ON cell (lower(value))"));
        row("a table of a module", "search", sql("CREATE VIRTUAL TABLE search USING fts5(a)"));
        row("a table of the whole disk", "d", sql("CREATE VIRTUAL TABLE d USING dbstat"));
        row("statistics", "sqlite_stat1", sql("INSERT INTO fact VALUES ('fax', '1'); ANALYZE"));
        row("a counter", "c", sql("CREATE TABLE c (a INTEGER PRIMARY KEY AUTOINCREMENT)"));
        row("a column more", "fact", sql("ALTER TABLE fact ADD COLUMN more TEXT"));
        row("a column that is computed", "fact",
            sql("ALTER TABLE fact ADD COLUMN more TEXT AS (value || value) VIRTUAL"));
        row("a table of another name", "facts", sql("ALTER TABLE fact RENAME TO facts"));
        row("a table that is not strict", "rule_off",
            words("UPDATE sqlite_master SET sql = replace(sql, 'STRICT, ', '') WHERE name = 'rule_off'"));
        row("a condition that computes", "audit",
            words("UPDATE sqlite_master SET sql = replace(sql, 'who TEXT NOT NULL', 'who TEXT NOT NULL CHECK "
                  "(length(who) < 9)') WHERE name = 'audit'"));
        row("another order of words", "fact",
            words("UPDATE sqlite_master SET sql = replace(sql, 'STRICT, WITHOUT ROWID', 'WITHOUT ROWID, "
                  "STRICT') "
                  "WHERE name = 'fact'"));
        row("a blank more", "fact", words("UPDATE sqlite_master SET sql = sql || ' ' WHERE name = 'fact'"));
        row("a collation of a column", "fact",
            words("UPDATE sqlite_master SET sql = replace(sql, 'key TEXT', 'key TEXT COLLATE NOCASE') WHERE "
                  "name = 'fact'"));
        row("a name that moves the cursor of a terminal", "[31m x",
            sql("CREATE TABLE \"\x1b[31m\n\tx\" (a)"));
    }

    void aSchemaOfAStrangerIsRefused()
    {
        QFETCH(Harm, harm);
        QFETCH(QString, part);
        const Folder folder;
        makeFile(folder.file(), filledReport());
        harm(Stranger(folder.file()));
        const auto before = folder.state();
        for (const Mode mode : {Mode::Look, Mode::Edit}) {
            const Work work;
            const auto file = ReportFile::open(folder.file(), mode, kEditor);
            QVERIFY(work.isBounded());
            QVERIFY(!file);
            QVERIFY2(file.error().code == ErrorCode::ForeignSchema,
                qPrintable(QString::number(int(file.error().code)) + file.error().detail));
            QCOMPARE(file.error().detail, part);
        }
        QVERIFY(folder.state() == before);
    }

    /// Whoever looks, a backup too, may read for a moment what another is just about to write; what is read
    /// is checked when the file is free again.
    void whatIsReadIsCheckedWhileOthersWrite()
    {
        const Folder folder;
        makeFile(folder.file(), filledReport());
        Stranger(folder.file())
            .run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000) "
                 "INSERT INTO cell (key, value, note) SELECT 'key' || i, i, 'note of ' || i FROM n");
        std::atomic<bool> isDone = false;
        std::thread looking([&] {
            for (int times = 0; times < 8; ++times)
                std::ignore = lookInto(folder.file());
            isDone = true;
        });
        int refused = 0;
        int tries = 0;
        for (const Stranger writer(folder.file()); !isDone; ++tries) {
            refused += writer.mayWrite() ? 0 : 1;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        looking.join();
        QVERIFY2(tries > 50 && refused < tries / 2,
            qPrintable(QStringLiteral("%1 of %2").arg(refused).arg(tries)));
    }

    void aSchemaOfAnOlderVersionIsThatVersions_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < newestSchema(); ++version)
            QTest::addRow("version %d", version) << version;
    }

    void aSchemaOfAnOlderVersionIsThatVersions()
    {
        QFETCH(int, version);
        const Folder folder;
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/files/v%1.nianbao").arg(version), folder.file()));
        setMode(folder.file(), 0644);
        QVERIFY(ReportFile::open(folder.file(), Mode::Look, kEditor));
        Stranger(folder.file()).run("PRAGMA user_version = " + QByteArray::number(version + 1));
        QVERIFY(!ReportFile::open(folder.file(), Mode::Look, kEditor));
    }

    void whatIsNotWorthReadingIsNotRead_data()
    {
        QTest::addColumn<Harm>("harm");
        QTest::addColumn<ErrorCode>("code");
        const auto row
            = [](const char *name, ErrorCode code, const Harm &harm) { QTest::newRow(name) << harm << code; };
        row("a schema of ten thousand parts", ErrorCode::TooCostly, [](const Stranger &stranger) {
            stranger.run(
                "PRAGMA writable_schema = ON; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                "n WHERE i < 10000) INSERT INTO sqlite_master SELECT 'view', 'v' || i, 'v' || i, 0, "
                "'CREATE VIEW v' || i || ' AS SELECT 1' FROM n");
        });
        row("a part whose words fill megabytes", ErrorCode::TooCostly, [](const Stranger &stranger) {
            stranger.rewrite(
                "INSERT INTO sqlite_master VALUES ('view', 'v', 'v', 0, 'CREATE VIEW v AS SELECT ''' "
                "|| hex(zeroblob(4000000)) || '''')");
        });
        row("more channels than a town has", ErrorCode::TooCostly,
            sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300002) INSERT "
                "INTO "
                "channel SELECT i, '', 0 FROM n"));
        row("a text that no page could hold", ErrorCode::TooCostly,
            sql("INSERT INTO fact VALUES ('introduction', replace(hex(zeroblob(5000000)), '0', 'x'))"));
        row("a picture of no sane size", ErrorCode::TooCostly,
            sql("INSERT INTO picture VALUES ('x', zeroblob(20000001))"));
        row("a picture in a text column", ErrorCode::Damaged, [](const Stranger &stranger) {
            stranger.rewrite(
                "UPDATE sqlite_master SET sql = replace(sql, ') STRICT, ', ') ') WHERE name = 'fact'");
            stranger.run("PRAGMA writable_schema = RESET; INSERT INTO fact VALUES ('fax', x'00ff')");
            stranger.rewrite(
                "UPDATE sqlite_master SET sql = replace(sql, ') WITHOUT', ') STRICT, WITHOUT') WHERE "
                "name = 'fact'");
        });
        row("rows out of order", ErrorCode::Damaged, [](const Stranger &stranger) {
            stranger.rewrite(
                "UPDATE sqlite_master SET sql = replace(sql, 'key TEXT', 'key TEXT COLLATE NOCASE') "
                "WHERE name = 'explanation'");
            stranger.run(
                "PRAGMA writable_schema = RESET; INSERT INTO explanation VALUES ('a', '', '', '', ''), ('B', "
                "'', '', '', '')");
            stranger.rewrite("UPDATE sqlite_master SET sql = replace(sql, ' COLLATE NOCASE', '') WHERE name "
                             "= 'explanation'");
        });
    }

    void whatIsNotWorthReadingIsNotRead()
    {
        QFETCH(Harm, harm);
        QFETCH(ErrorCode, code);
        const Folder folder;
        makeFile(folder.file(), filledReport());
        harm(Stranger(folder.file()));
        const auto before = folder.state();
        for (const Mode mode : {Mode::Look, Mode::Edit}) {
            const Work work;
            const auto file = ReportFile::open(folder.file(), mode, kEditor);
            const auto report = file ? (*file)->load() : Result<Report>(file.error());
            QVERIFY(work.isBounded());
            QVERIFY(!report);
            QVERIFY2(report.error().code == code,
                qPrintable(QString::number(int(report.error().code)) + report.error().detail));
        }
        QVERIFY(folder.state() == before);
    }

    void aPictureShownOftenIsInMemoryOnce()
    {
        const Folder folder;
        Report report = filledReport();
        const Illustration figure{*Place::parse(QStringLiteral("overview/1")), 0, QStringLiteral("picture"),
            {}, {}, QStringLiteral("a.png"), QByteArray(500'000, 'p')};
        QVERIFY(report.apply(Change::of({}, SetIllustrations{QList<Illustration>(20, figure)})));
        makeFile(folder.file(), report);
        const Report found = onDisk(folder.file());
        QCOMPARE(found.illustrations().size(), 20);
        for (const Illustration &one : found.illustrations())
            QCOMPARE(one.picture.constData(), found.illustrations().first().picture.constData());
    }

    void aLargeFileIsReadFromAPrivatePlace()
    {
        const Folder folder;
        Report report = filledReport();
        const Illustration figure{*Place::parse(QStringLiteral("overview/1")), 0, QStringLiteral("picture"),
            {}, {}, QStringLiteral("a.png"), {}};
        QList<Illustration> figures(3, figure);
        for (int i = 0; i < figures.size(); ++i)
            figures[i].picture = QByteArray(12'000'000, char('a' + i));
        QVERIFY(report.apply(Change::of({}, SetIllustrations{figures})));
        makeFile(folder.file(), report);
        const auto before = folder.state();
        const QStringList temporary = QDir::temp().entryList({QStringLiteral("tst_foreignfile-*")});
        QVERIFY(onDisk(folder.file()) == report);
        qputenv("TMPDIR", "/proc"); // where nobody makes a folder
        const auto nowhere = ReportFile::open(folder.file(), Mode::Look, kEditor);
        const auto unmade = ReportFile::create(folder.file() + u'2', report, true, kEditor, kWhen);
        qunsetenv("TMPDIR");
        QVERIFY(!nowhere && nowhere.error().code == ErrorCode::ReadFailed);
        QCOMPARE(nowhere.error().where, folder.file());
        QVERIFY(!unmade);
        QVERIFY(unmade.error()
            == (Error{
                ErrorCode::WriteFailed, folder.file() + u'2', nowhere.error().detail})); // with the reason
        QCOMPARE(QDir::temp().entryList({QStringLiteral("tst_foreignfile-*")}), temporary);
        QVERIFY(folder.state() == before);
    }

    void noWordOfTheDatabaseReachesASentence()
    {
        const Folder folder;
        makeFile(folder.file(), filledReport());
        const Stranger stranger(folder.file());
        stranger.run("BEGIN EXCLUSIVE");
        const auto busy = ReportFile::open(folder.file(), Mode::Look, kEditor);
        QVERIFY(!busy);
        QVERIFY(busy.error()
            == (Error{
                ErrorCode::InUse, folder.file(), QStringLiteral("another program is writing just now")}));
        stranger.run("ROLLBACK");
        stranger.rewrite(
            "UPDATE sqlite_master SET rootpage = 3 WHERE name = 'fact'"); // the same as another's
        const auto damaged = ReportFile::open(folder.file(), Mode::Look, kEditor);
        QVERIFY(!damaged);
        QVERIFY(damaged.error() == (Error{ErrorCode::Damaged, folder.file(), QStringLiteral("SQLite 11")}));
    }
};

QTEST_GUILESS_MAIN(ForeignFileTest)
#include "tst_foreignfile.moc"
