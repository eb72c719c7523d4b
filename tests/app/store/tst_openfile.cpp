// SPDX-License-Identifier: MulanPSL-2.0
// Opening, looking and closing: what is refused and why, and that no byte changes.
#include "database.h"
#include "storefixtures.h"

#include <functional>

using namespace nianbao;
using namespace nianbao::test;
using Mode = ReportFile::Mode;

namespace {

constexpr qint64 kPage = 4096;
const QString kName = QStringLiteral("a.nianbao");

/// Changes a file from outside, past everything that guards it.
void tamper(const QString &path, const char *sql)
{
    const auto db = Database::open(path, Database::Access::Write, path);
    if (!db || !(*db)->run(QStringLiteral("PRAGMA foreign_keys = OFF"))
        || !(*db)->run(QString::fromUtf8(sql)))
        qFatal("cannot run %s", sql);
}

void truncate(const QString &path, qint64 size)
{
    if (!QFile::resize(path, size))
        qFatal("cannot truncate");
}

void scramble(const QString &path, qint64 from, qint64 length)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(from)
        || file.write(QByteArray(length, '\xA5')) != length)
        qFatal("cannot scramble");
}

using Harm = std::function<void(const QString &path)>;
Harm sql(const char *statement)
{
    return [statement](const QString &path) { tamper(path, statement); };
}

} // namespace

class OpenFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void lookingChangesNothing_data()
    {
        QTest::addColumn<bool>("mayEdit");
        QTest::newRow("opened to edit") << true;
        QTest::newRow("opened to look") << false;
    }

    void lookingChangesNothing()
    {
        QFETCH(bool, mayEdit);
        const Folder folder;
        const Report report = filledReport();
        makeFile(folder.file(), report);
        const auto before = folder.state();
        QCOMPARE(before.size(), 1);
        {
            const auto file = openFile(folder.file(), mayEdit ? Mode::Edit : Mode::Look);
            QCOMPARE(file->isReadOnly(), !mayEdit);
            QCOMPARE(file->schemaVersion(), newestSchema());
            QVERIFY(loaded(*file) == report);
            QVERIFY(loaded(*file) == report);
            QCOMPARE(folder.names().size(), mayEdit ? 2 : 1);
        }
        QVERIFY(folder.state() == before);
    }

    void refused_data()
    {
        QTest::addColumn<Harm>("harm");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail"); // what it must contain
        const auto row = [](const char *name, const Harm &harm, ErrorCode code, const char *detail = "") {
            QTest::newRow(name) << harm << code << QString::fromUtf8(detail);
        };
        const auto content = [](const QByteArray &bytes) {
            return Harm([bytes](const QString &path) {
                QFile file(path);
                if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                    qFatal("cannot write");
            });
        };
        row(
            "a file that is not there", [](const QString &path) { QFile::remove(path); },
            ErrorCode::FileNotFound);
        row(
            "a folder",
            [](const QString &path) {
                QFile::remove(path);
                QDir().mkdir(path);
            },
            ErrorCode::NotAFile);
        row("an empty file", content({}), ErrorCode::NotADatabase);
        row("a text", content(QByteArray(5000, 'x')), ErrorCode::NotADatabase);
        row("another program's database", sql("PRAGMA application_id = 0"), ErrorCode::ForeignDatabase);
        row("a newer version", sql("PRAGMA user_version = 99"), ErrorCode::TooNew, "99");
        row("an impossible version", sql("PRAGMA user_version = 0"), ErrorCode::Damaged);
        row(
            "cut off in the header", [](const QString &p) { truncate(p, 60); }, ErrorCode::Damaged,
            "60 < 100");
        row(
            "cut off after the first page", [](const QString &p) { truncate(p, kPage); }, ErrorCode::Damaged);
        row(
            "the last byte is missing", [](const QString &p) { truncate(p, QFileInfo(p).size() - 1); },
            ErrorCode::Damaged);
        row(
            "a page of rubbish", [](const QString &p) { scramble(p, 2 * kPage, kPage); }, ErrorCode::Damaged);
        row(
            "rubbish behind the header", [](const QString &p) { scramble(p, 100, kPage - 100); },
            ErrorCode::Damaged);
    }

    void senselessContent_data()
    {
        QTest::addColumn<Harm>("harm");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail"); // what it must contain
        const auto row = [](const char *name, const Harm &harm, ErrorCode code, const char *detail = "") {
            QTest::newRow(name) << harm << code << QString::fromUtf8(detail);
        };
        row("a table is missing", sql("DROP TABLE fact"), ErrorCode::Damaged, "fact");
        row("a cell that the form does not have",
            sql("INSERT INTO cell (key, value) VALUES ('requests.no.such', '1')"), ErrorCode::Damaged,
            "requests.no.such");
        row("a value in a computed cell",
            sql("INSERT OR REPLACE INTO cell (key, value) VALUES ('requests.total.total', '1')"),
            ErrorCode::Damaged, "requests.total.total");
        row("a figure that is none",
            sql("UPDATE cell SET value = 'many' WHERE key = 'requests.received.other'"), ErrorCode::Damaged,
            "requests.received.other");
        row("a fact of no known kind", sql("INSERT INTO fact VALUES ('weather', 'fine')"), ErrorCode::Damaged,
            "weather");
        row("a fact whose name moves the cursor of a terminal",
            sql("INSERT INTO fact VALUES (char(27) || '[2J' || char(10) || 'weather', 'fine')"),
            ErrorCode::Damaged, "[2J weather");
        row("a section that the form does not have",
            sql("INSERT INTO subsection VALUES ('appendix', 0, '', '')"), ErrorCode::Damaged, "appendix");
        row("a gap in the sub-sections", sql("INSERT INTO subsection VALUES ('overview', 7, '', '')"),
            ErrorCode::Damaged, "overview");
        row("a category of no channel", sql("INSERT INTO category VALUES (3, 0, '其他', 1)"),
            ErrorCode::Damaged, "其他");
        row("a state of no known kind", sql("UPDATE review SET state = 'lost'"), ErrorCode::Damaged,
            "review");
        row("last year's report cut short", sql("INSERT INTO prior VALUES (1, '{')"), ErrorCode::Damaged);
        row("a year that is none", sql("UPDATE meta SET value = '' WHERE key = 'year'"), ErrorCode::Damaged,
            "year");
        row("a form that is not known", sql("UPDATE meta SET value = '2099' WHERE key = 'form'"),
            ErrorCode::UnknownForm);
    }

    void refused()
    {
        QFETCH(Harm, harm);
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        const Folder folder;
        makeFile(folder.file(), filledReport());
        harm(folder.file());
        const auto before = folder.state();
        for (const Mode mode : {Mode::Look, Mode::Edit}) {
            const auto file = ReportFile::open(folder.file(), mode, kEditor);
            const auto report = file ? (*file)->load() : Result<Report>(file.error());
            QVERIFY(!report);
            QVERIFY2(report.error().code == code, qPrintable(QString::number(int(report.error().code))));
            QVERIFY2(report.error().detail.contains(detail), qPrintable(report.error().detail));
            QVERIFY(!report.error().detail.contains(QChar(0x1b)) && !report.error().detail.contains(u'\n'));
        }
        QVERIFY(folder.state() == before);
    }

    void senselessContent() { refused(); }

    void withoutPermission()
    {
        const Folder folder;
        makeFile(folder.file(), filledReport());
        setMode(folder.path(), 0755);
        setMode(folder.file(), 0);
        {
            const AsOrdinaryUser user;
            if (!user.canWorkIn(folder.path()))
                QSKIP("an ordinary user cannot enter the temporary folder");
            const auto file = ReportFile::open(folder.file(), Mode::Edit, kEditor);
            QVERIFY(!file);
            QVERIFY(file.error().code == ErrorCode::NoPermission);
        }
    }

    void aPlaceThatCannotBeWritten_data()
    {
        QTest::addColumn<int>("folderMode");
        QTest::addColumn<int>("fileMode");
        QTest::addColumn<ErrorCode>("reason");
        QTest::newRow("the folder") << 0555 << 0666 << ErrorCode::FolderReadOnly;
        QTest::newRow("the file") << 0777 << 0444 << ErrorCode::FileReadOnly;
    }

    void aPlaceThatCannotBeWritten()
    {
        QFETCH(int, folderMode);
        QFETCH(int, fileMode);
        QFETCH(ErrorCode, reason);
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        setMode(folder.file(), mode_t(fileMode));
        setMode(folder.path(), mode_t(folderMode));
        const auto before = folder.state();
        {
            const AsOrdinaryUser user;
            if (!user.canWorkIn(folder.path()))
                QSKIP("an ordinary user cannot enter the temporary folder");
            const auto file = openFile(folder.file(), Mode::Edit);
            QVERIFY(file->isReadOnly());
            QVERIFY(file->readOnlyReason() == (Error{reason, folder.file()}));
            QVERIFY(loaded(*file) == report);
            const auto done = edit(*file, report, setCount("requests.received.other", 5));
            QVERIFY(!done);
            QVERIFY(done.error().code == reason);
            QVERIFY(folder.state() == before);
        }
    }

    void aSecondOpenerMayLook()
    {
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const auto first = openFile(folder.file(), Mode::Edit);
        const auto second = ReportFile::open(folder.file(), Mode::Edit, kEditor);
        QVERIFY(!second);
        QVERIFY(second.error().code == ErrorCode::AlreadyOpen);
        QVERIFY(second.error().detail.startsWith(QStringLiteral("王芳@office, ")));
        const auto look = openFile(folder.file(), Mode::Look);
        QVERIFY(look->isReadOnly());
        QVERIFY(edit(*first, report, setCount("requests.received.other", 5)));
        QVERIFY(loaded(*look) == report);
    }

    void anotherNameOfTheFileIsTheSameFile()
    {
        const Folder folder;
        makeFile(folder.file(), filledReport());
        QVERIFY(QFile::link(folder.file(), folder.file(QStringLiteral("link.nianbao"))));
        const auto first = openFile(folder.file(), Mode::Edit);
        const auto second
            = ReportFile::open(folder.file(QStringLiteral("link.nianbao")), Mode::Edit, kEditor);
        QVERIFY(!second);
        QVERIFY(second.error().code == ErrorCode::AlreadyOpen);
    }

    void namesAsLongAsCanBe_data()
    {
        QTest::addColumn<QString>("folders");
        QTest::addColumn<int>("bytes"); // of the file's name
        QTest::addColumn<bool>("fits");
        QTest::addColumn<ErrorCode>("reason");
        const QString deep(QStringLiteral("/") + QString(60, u'深'));
        QTest::newRow("as long as is allowed") << QString() << 200 << true << ErrorCode::NameTooLong;
        QTest::newRow("one byte more") << QString() << 201 << false << ErrorCode::NameTooLong;
        QTest::newRow("no room for a journal") << QString() << 248 << false << ErrorCode::NameTooLong;
        QTest::newRow("no room for a lock") << QString() << 251 << false << ErrorCode::NameTooLong;
        QTest::newRow("as long as the system takes") << QString() << 255 << false << ErrorCode::NameTooLong;
        QTest::newRow("deep, but it fits") << deep << 100 << true << ErrorCode::PathTooLong;
        QTest::newRow("too deep") << deep + deep << 100 << false << ErrorCode::PathTooLong;
        QTest::newRow("deeper than SQLite goes")
            << deep + deep + deep << 20 << false << ErrorCode::PathTooLong;
    }

    void namesAsLongAsCanBe()
    {
        QFETCH(QString, folders);
        QFETCH(int, bytes);
        QFETCH(bool, fits);
        QFETCH(ErrorCode, reason);
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        QVERIFY(QDir().mkpath(folder.path() + folders));
        const QString name = QString(bytes - 8, u'n') + QStringLiteral(".nianbao");
        const QString path = folder.path() + folders + u'/' + name;
        const auto made = ReportFile::create(path, report, false, kEditor, kWhen);
        QCOMPARE(made.has_value(), fits);
        QCOMPARE(QFileInfo::exists(path), fits);
        if (!fits) {
            QVERIFY(made.error().code == reason);
            QVERIFY(QFile::copy(folder.file(), path)); // as it may come from elsewhere
        } else {
            return;
        }
        const auto file = openFile(path, Mode::Edit);
        QCOMPARE(file->isReadOnly(), true);
        QVERIFY(file->readOnlyReason() && file->readOnlyReason()->code == reason);
        QVERIFY(loaded(*file) == report);
        const auto done = edit(*file, report, setCount("requests.received.other", 5));
        QVERIFY(!done && done.error().code == reason);
    }

    void aNameThatIsNoUtf8_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("the file") << QByteArray() << QByteArray("\xc4\xea\xb1\xa8.nianbao");
        QTest::newRow("the folder") << QByteArray("/\xc4\xea\xb1\xa8") << QByteArray("a.nianbao");
    }

    void aNameThatIsNoUtf8()
    {
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, name);
        const Folder place;
        makeFile(place.file(), filledReport());
        const QByteArray inside = QFile::encodeName(place.path()) + folder;
        QVERIFY(folder.isEmpty() || mkdir(inside.constData(), 0700) == 0);
        const QByteArray path = inside + '/' + name;
        QCOMPARE(rename(QFile::encodeName(place.file()).constData(), path.constData()), 0);
        const QString shown = QFile::decodeName(path); // as a command line or a file dialog hands it over
        for (const Mode mode : {Mode::Look, Mode::Edit}) {
            const auto file = ReportFile::open(shown, mode, kEditor);
            QVERIFY(!file && file.error().code == ErrorCode::NameNotUtf8);
        }
        const auto made = ReportFile::create(shown, filledReport(), true, kEditor, kWhen);
        QVERIFY(!made && made.error().code == ErrorCode::NameNotUtf8);
        QCOMPARE(rename(path.constData(), QFile::encodeName(place.file()).constData()), 0);
        QVERIFY(folder.isEmpty() || rmdir(inside.constData()) == 0);
    }

    void aWriteAheadLogIsReadAndGone_data() { lookingChangesNothing_data(); }

    void aWriteAheadLogIsReadAndGone()
    {
        QFETCH(bool, mayEdit);
        const Folder folder;
        const Folder elsewhere;
        makeFile(elsewhere.file(), filledReport());
        {
            const auto db = Database::open(elsewhere.file(), Database::Access::Write, elsewhere.file());
            QVERIFY(db);
            QCOMPARE(
                (*db)->value(QStringLiteral("PRAGMA journal_mode = WAL"))->toString(), QStringLiteral("wal"));
            QVERIFY((*db)->run(
                QStringLiteral("UPDATE cell SET value = '7' WHERE key = 'requests.received.other'")));
            QVERIFY(QFile::copy(elsewhere.file(), folder.file()));
            QVERIFY(QFile::copy(
                elsewhere.file(kName + QStringLiteral("-wal")), folder.file(kName + QStringLiteral("-wal"))));
        }
        const auto before = folder.state();
        Report report = onDisk(folder.file());
        QVERIFY(report.value(cell("requests.received.other")) == Amount::fromInteger(7));
        {
            const auto file = openFile(folder.file(), mayEdit ? Mode::Edit : Mode::Look);
            QVERIFY(loaded(*file) == report);
        }
        QVERIFY(folder.state() == before);
        if (!mayEdit)
            return;
        {
            const auto file = openFile(folder.file(), Mode::Edit);
            QVERIFY(edit(*file, report, setCount("requests.received.other", 8)));
            QVERIFY(loaded(*file) == report);
        }
        QCOMPARE(folder.names(), QStringList{kName});
        QVERIFY(readFile(folder.file()).mid(18, 2) == QByteArray("\1\1"));
        QVERIFY(onDisk(folder.file()) == report);
    }
};

QTEST_GUILESS_MAIN(OpenFileTest)
#include "tst_openfile.moc"
