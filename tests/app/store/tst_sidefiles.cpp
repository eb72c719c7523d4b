// SPDX-License-Identifier: MulanPSL-2.0
// What stands beside a report and would be obeyed by SQLite: only what is ours, and nothing is changed by it.
#include "halfwritten.h"

#include <QtEndian>

#include <functional>

using namespace nianbao;
using namespace nianbao::test;
using Mode = ReportFile::Mode;

namespace {

const QByteArray kMagic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
constexpr quint32 kPage = 4096;
const QString kLog = QStringLiteral("a.nianbao-wal");
const QString kIndex = QStringLiteral("a.nianbao-shm");
const QString kVictim = QStringLiteral("precious.txt");

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray journalHeader(quint32 records, quint32 pages, quint32 sector = 512, quint32 pageSize = kPage)
{
    QByteArray bytes
        = kMagic + number(records) + number(7) + number(pages) + number(sector) + number(pageSize);
    return bytes.leftJustified(512, '\0');
}

/// The record that names a file which SQLite deletes, https://sqlite.org/src/file/src/pager.c
QByteArray superJournal(const QByteArray &name)
{
    quint32 sum = 0;
    for (const char c : name)
        sum += quint32(c);
    return number(0x40000000 / kPage + 1) + name + number(quint32(name.size())) + number(sum) + kMagic;
}

quint32 pagesOf(const Folder &folder) { return quint32(QFileInfo(folder.file()).size() / kPage); }

void patch(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size());
}

QByteArray encoded(const Folder &folder, const QString &name) { return QFile::encodeName(folder.file(name)); }

void makeSparse(const Folder &folder, const QString &name, qint64 size, const QByteArray &start)
{
    folder.put(name, start);
    QVERIFY(QFile::resize(folder.file(name), size));
}

/// As another program leaves it that uses a write-ahead log, with an edit in it.
void makeLogged(const Folder &folder)
{
    const Folder elsewhere;
    makeFile(elsewhere.file(), filledReport());
    const auto db = Database::open(elsewhere.file(), Database::Access::Write, elsewhere.file());
    QVERIFY(db && (*db)->run(QStringLiteral("PRAGMA journal_mode = WAL")));
    QVERIFY((*db)->run(QStringLiteral("UPDATE cell SET value = '7' WHERE key = 'requests.received.other'")));
    folder.put(QStringLiteral("a.nianbao"), readFile(elsewhere.file()));
    folder.put(kLog, readFile(elsewhere.file(kLog)));
}

using Put = std::function<void(const Folder &folder)>;

} // namespace

class SideFilesTest : public QObject {
    Q_OBJECT

    using Row = std::function<void(const char *name, const Put &put)>;

    static Put linkTo(const QString &name, bool isHard)
    {
        return [name, isHard](const Folder &folder) {
            const QByteArray from = encoded(folder, kVictim);
            const QByteArray to = encoded(folder, name);
            QCOMPARE(
                isHard ? link(from.constData(), to.constData()) : symlink(from.constData(), to.constData()),
                0);
        };
    }

    static void journals(const Row &row)
    {
        const auto put = [](const std::function<QByteArray(const Folder &)> &content) {
            return Put([content](const Folder &folder) { folder.put(kJournal, content(folder)); });
        };
        row("a journal that names a file to be deleted", put([](const Folder &folder) {
            return journalHeader(0, pagesOf(folder)) + superJournal(encoded(folder, kVictim));
        }));
        row("a journal of a real edit that names a file to be deleted", [](const Folder &folder) {
            makeHalfWritten(folder, filledReport());
            folder.put(kJournal, readFile(folder.file(kJournal)) + superJournal(encoded(folder, kVictim)));
        });
        row("a text of the user", put([](const Folder &) { return QByteArray("my notes\n"); }));
        row("a journal that makes the report shorter",
            put([](const Folder &folder) { return journalHeader(0, pagesOf(folder) - 3); }));
        row("a journal that makes the report endless",
            put([](const Folder &) { return journalHeader(0, 0x3fffffff); }));
        row("a journal of another page size",
            put([](const Folder &folder) { return journalHeader(0, pagesOf(folder), 512, 1024); }));
        row("a journal of a senseless sector size",
            put([](const Folder &folder) { return journalHeader(0, pagesOf(folder), 7); }));
        row("a journal with a page that the report does not have", put([](const Folder &folder) {
            return journalHeader(1, pagesOf(folder)) + number(pagesOf(folder) + 9)
                + QByteArray(kPage + 4, 'x');
        }));
        row("a journal that is cut off",
            put([](const Folder &folder) { return journalHeader(9, pagesOf(folder)) + number(1); }));
        row("the journal of another report", [](const Folder &folder) {
            const QByteArray report = readFile(folder.file());
            makeHalfWritten(folder, filledReport(QStringLiteral("2019"), 2020));
            folder.put(QStringLiteral("a.nianbao"), report);
            patch(folder.file(), 24, number(5)); // which has been edited since
        });
        row("the journal of an older state of the report", [](const Folder &folder) {
            makeHalfWritten(folder, filledReport());
            patch(folder.file(), 24, number(99)); // so many commits later
        });
        row("a giant journal", [](const Folder &folder) {
            makeSparse(folder, kJournal, qint64(4) << 30, journalHeader(0, pagesOf(folder)));
        });
        row("a journal larger than its edit can be", [](const Folder &folder) {
            makeSparse(folder, kJournal, 500 << 20, journalHeader(0, pagesOf(folder)));
        });
        row("a journal that is a link", linkTo(kJournal, false));
        row("a journal that is a file of the user by a second name", linkTo(kJournal, true));
        row("a journal that is a link to nothing", [](const Folder &folder) {
            QCOMPARE(symlink("nowhere", encoded(folder, kJournal).constData()), 0);
        });
        row("a journal that is a pipe",
            [](const Folder &folder) { QCOMPARE(mkfifo(encoded(folder, kJournal).constData(), 0600), 0); });
        row("a journal that is a folder",
            [](const Folder &folder) { QVERIFY(QDir(folder.path()).mkdir(kJournal)); });
    }

    static void logs(const Row &row)
    {
        row("a log beside a report that uses none", [](const Folder &folder) {
            const QByteArray report = readFile(folder.file());
            makeLogged(folder);
            folder.put(QStringLiteral("a.nianbao"), report);
        });
        row("an empty log beside a report that uses none",
            [](const Folder &folder) { folder.put(kLog, {}); });
        row("an index beside a report that uses no log",
            [](const Folder &folder) { folder.put(kIndex, "x"); });
        row("a log that is none", [](const Folder &folder) {
            makeLogged(folder);
            folder.put(kLog, QByteArray(5000, 'x'));
        });
        row("a giant log", [](const Folder &folder) {
            makeLogged(folder);
            QVERIFY(QFile::resize(folder.file(kLog), qint64(3) << 30));
        });
        row("a log that is a link", [](const Folder &folder) {
            makeLogged(folder);
            QVERIFY(QFile::rename(folder.file(kLog), folder.file(QStringLiteral("log"))));
            QCOMPARE(symlink("log", encoded(folder, kLog).constData()), 0);
        });
        for (const bool isHard : {false, true})
            row(isHard ? "an index that is a file of the user by a second name" : "an index that is a link",
                [isHard](const Folder &folder) {
                    makeLogged(folder);
                    linkTo(kIndex, isHard)(folder);
                });
        row("an index that is a pipe", [](const Folder &folder) {
            makeLogged(folder);
            QCOMPARE(mkfifo(encoded(folder, kIndex).constData(), 0600), 0);
        });
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void whatIsNotOursIsNotObeyed_data()
    {
        QTest::addColumn<Put>("put");
        const Row row = [](const char *name, const Put &put) { QTest::newRow(name) << put; };
        journals(row);
        logs(row);
    }

    void whatIsNotOursIsNotObeyed()
    {
        QFETCH(Put, put);
        const Folder folder;
        makeFile(folder.file(), filledReport());
        folder.put(kVictim, "nobody's business");
        put(folder);
        const auto before = state(folder);
        for (const Mode mode : {Mode::Look, Mode::Edit}) {
            const auto file = ReportFile::open(folder.file(), mode, kEditor);
            QVERIFY(!file);
            QVERIFY2(file.error().code == ErrorCode::ForeignSideFile, qPrintable(file.error().detail));
            QVERIFY2(file.error().where.startsWith(folder.file() + u'-'), qPrintable(file.error().where));
            QVERIFY(state(folder) == before);
        }
        const auto replaced = ReportFile::create(folder.file(), filledReport(), true, kEditor, kWhen);
        QVERIFY(!replaced && replaced.error().code == ErrorCode::ForeignSideFile);
        const auto written = Database::open(folder.file(), Database::Access::Write, folder.file());
        QVERIFY(!written && written.error().code == ErrorCode::ForeignSideFile);
        QVERIFY(state(folder) == before);
    }

    void aJournalWithoutItsReportIsNotPlayedIntoANewOne()
    {
        const Folder folder;
        makeHalfWritten(folder, filledReport());
        QVERIFY(QFile::remove(folder.file()));
        const auto before = folder.state();
        const auto made = ReportFile::create(folder.file(), filledReport(), false, kEditor, kWhen);
        QVERIFY(!made && made.error().code == ErrorCode::ForeignSideFile);
        QVERIFY(folder.state() == before);
    }

    void aJournalOfSomebodyElse_data()
    {
        QTest::addColumn<uint>("journalMode");
        QTest::addColumn<uint>("reportMode");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("who may not write the report") << 0644U << 0644U << false;
        QTest::newRow("who may write the report, as everybody may") << 0644U << 0666U << true;
        QTest::newRow("of the group that may write the report") << 0644U << 0664U << true;
    }

    void aJournalOfSomebodyElse()
    {
        QFETCH(uint, journalMode);
        QFETCH(uint, reportMode);
        QFETCH(bool, isTaken);
        if (geteuid() != 0)
            QSKIP("only the superuser gives files away");
        const Folder folder;
        const Report report = filledReport();
        makeHalfWritten(folder, report);
        setMode(folder.file(), mode_t(reportMode));
        setMode(folder.file(kJournal), mode_t(journalMode));
        QCOMPARE(chown(encoded(folder, kJournal).constData(), 12345, gid_t(-1)), 0);
        const auto before = folder.state();
        const auto file = ReportFile::open(folder.file(), Mode::Look, kEditor);
        QCOMPARE(file.has_value(), isTaken);
        if (isTaken)
            QVERIFY(loaded(**file) == report);
        else
            QVERIFY(file.error().code == ErrorCode::ForeignSideFile);
        QVERIFY(folder.state() == before);
    }

    void whatSqliteWouldNotObeyIsInNobodysWay_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("an empty journal") << QByteArray();
        QTest::newRow("a journal that was only begun") << QByteArray(12, '\0') + journalHeader(0, 5).mid(12);
        QTest::newRow("a journal that was ended") << QByteArray(4096, '\0');
    }

    void whatSqliteWouldNotObeyIsInNobodysWay()
    {
        QFETCH(QByteArray, content);
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        folder.put(kJournal, content);
        const auto before = folder.state();
        QVERIFY(onDisk(folder.file()) == report);
        QVERIFY(folder.state() == before);
        const auto file = openFile(folder.file(), Mode::Edit);
        QVERIFY(loaded(*file) == report);
        QVERIFY(edit(*file, report, setCount("requests.received.other", 5)));
        QVERIFY(onDisk(folder.file()) == report);
        QVERIFY(!folder.names().contains(kJournal));
    }

private:
    /// Sparse giants and pipes are not read: their size and kind are what counts.
    static QMap<QString, QByteArray> state(const Folder &folder)
    {
        QMap<QString, QByteArray> all;
        const auto names = folder.names();
        for (const QString &name : names) {
            struct stat status { };
            QByteArray known;
            if (lstat(encoded(folder, name).constData(), &status) == 0)
                known = QByteArray::number(status.st_mode) + ' ' + QByteArray::number(qint64(status.st_ino))
                    + ' ' + QByteArray::number(qint64(status.st_size)) + ' '
                    + QByteArray::number(qint64(status.st_mtim.tv_nsec));
            if (S_ISREG(status.st_mode) && status.st_size < (1 << 20))
                known += readFile(folder.file(name));
            all.insert(name, known);
        }
        return all;
    }
};

QTEST_GUILESS_MAIN(SideFilesTest)
#include "tst_sidefiles.moc"
