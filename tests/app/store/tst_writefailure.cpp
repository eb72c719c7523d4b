// SPDX-License-Identifier: MulanPSL-2.0
// The world fails at the moment of a write: memory and file agree, and the next write succeeds.
#include "fulldisk.h"
#include "halfwritten.h"

using namespace nianbao;
using namespace nianbao::test;
using Mode = ReportFile::Mode;

namespace {

const QString kName = QStringLiteral("a.nianbao");

Change longText()
{
    return Change::of(
        QStringLiteral("长文"), SetText{SectionId(QStringLiteral("overview")), 0, QString(200'000, u'长')});
}

} // namespace

class WriteFailureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theDiskIsFull_data()
    {
        QTest::addColumn<bool>("isFirstWrite");
        QTest::addColumn<qint64>("limit"); // bytes beyond the size of the file; -1: nothing at all
        QTest::newRow("not even a journal, first write") << true << qint64(-1);
        QTest::newRow("not even a journal, later write") << false << qint64(-1);
        QTest::newRow("room for the journal only, first write") << true << qint64(0);
        QTest::newRow("room for the journal only, later write") << false << qint64(0);
        QTest::newRow("room for a part of the text") << false << qint64(40'000);
        QTest::newRow("room that ends within a page") << false << qint64(10'001);
    }

    void theDiskIsFull()
    {
        QFETCH(bool, isFirstWrite);
        QFETCH(qint64, limit);
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const auto file = openFile(folder.file(), Mode::Edit);
        report = loaded(*file);
        if (!isFirstWrite)
            QVERIFY(edit(*file, report, setCount("requests.received.other", 5)));
        const Report before = report;
        {
            const FullDisk full(limit < 0 ? 0 : QFileInfo(folder.file()).size() + limit);
            for (int attempt = 0; attempt < 2; ++attempt) {
                const auto done = edit(*file, report, longText());
                QVERIFY(!done);
                QVERIFY2(done.error().code == ErrorCode::DiskFull, qPrintable(done.error().detail));
            }
        }
        QVERIFY(report == before);
        QVERIFY(onDisk(folder.file()) == before);
        QVERIFY(loaded(*file) == before);
        QVERIFY(edit(*file, report, longText()));
        QVERIFY(onDisk(folder.file()) == report);
        QVERIFY(edit(*file, report, setCount("requests.received.other", 6)));
        QVERIFY(onDisk(folder.file()) == report);
        QCOMPARE(folder.names(), (QStringList{QStringLiteral(".a.nianbao.lock"), kName}));
    }

    void noRoomForANewFile()
    {
        const Folder folder;
        {
            const FullDisk full(20'000);
            const auto made = ReportFile::create(folder.file(), filledReport(), false, kEditor, kWhen);
            QVERIFY(!made);
            QVERIFY2(made.error().code == ErrorCode::DiskFull, qPrintable(made.error().detail));
        }
        QVERIFY(folder.names().isEmpty());
    }

    void noRoomForTheBackupOfAnOldFile()
    {
        const Folder folder;
        const QString name = QStringLiteral("v1.nianbao");
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/files/") + name, folder.file(name)));
        setMode(folder.file(name), 0644);
        const auto before = folder.state();
        Report report = onDisk(folder.file(name));
        {
            const auto file = openFile(folder.file(name), Mode::Edit);
            {
                const FullDisk full(8'000);
                const auto done = edit(*file, report, longText());
                QVERIFY(!done);
                QVERIFY2(done.error().code == ErrorCode::DiskFull, qPrintable(done.error().detail));
                QCOMPARE(file->schemaVersion(), 1);
            }
            QVERIFY(loaded(*file) == report);
        }
        QVERIFY(folder.state() == before);
        const auto file = openFile(folder.file(name), Mode::Edit);
        QVERIFY(edit(*file, report, longText()));
        QVERIFY(onDisk(folder.file(name)) == report);
    }

    void theFileIsLost_data()
    {
        QTest::addColumn<bool>("isFirstWrite");
        QTest::addColumn<QString>("how");
        for (const char *how : {"deleted", "renamed", "edited by somebody else"}) {
            QTest::addRow("%s, first write", how) << true << QString::fromLatin1(how);
            QTest::addRow("%s, later write", how) << false << QString::fromLatin1(how);
        }
    }

    void theFileIsLost()
    {
        QFETCH(bool, isFirstWrite);
        QFETCH(QString, how);
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const auto file = openFile(folder.file(), Mode::Edit);
        if (!isFirstWrite)
            QVERIFY(edit(*file, report, setCount("requests.received.other", 5)));
        const QString aside = folder.file(QStringLiteral("aside"));
        if (how == u"deleted") {
            QVERIFY(QFile::remove(folder.file()));
        } else if (how == u"edited by somebody else") {
            const auto db = Database::open(folder.file(), Database::Access::Write, folder.file());
            QVERIFY(db
                && (*db)->run(QStringLiteral(
                    "INSERT INTO audit (at, who, text, change_json) VALUES ('', '李强', '', '[]')")));
        } else {
            QVERIFY(QFile::rename(folder.file(), aside));
        }
        const auto before = folder.state();
        const auto done = edit(*file, report, setCount("requests.received.other", 6));
        QVERIFY(!done);
        QVERIFY(done.error().code
            == (how == u"edited by somebody else" ? ErrorCode::Replaced : ErrorCode::FileGone));
        QCOMPARE(done.error().where, folder.file());
        QVERIFY(folder.state() == before);
        if (how == u"renamed") { // and put back
            QVERIFY(QFile::rename(aside, folder.file()));
            QVERIFY(edit(*file, report, setCount("requests.received.other", 6)));
            QVERIFY(onDisk(folder.file()) == report);
        }
    }

    void aLockThatWentMissingLosesNoEdit()
    {
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        const auto file = openFile(folder.file(), Mode::Edit);
        QVERIFY(QFile::remove(folder.file(QStringLiteral(".a.nianbao.lock"))));
        QVERIFY(edit(*file, report, setCount("requests.received.other", 6)));
        QVERIFY(onDisk(folder.file()) == report);
    }

    void theFolderBecomesReadOnly_data()
    {
        QTest::addColumn<bool>("isFirstWrite");
        QTest::newRow("before the first write") << true;
        QTest::newRow("before a later write") << false;
    }

    void theFolderBecomesReadOnly()
    {
        QFETCH(bool, isFirstWrite);
        const Folder folder;
        Report report = filledReport();
        makeFile(folder.file(), report);
        setMode(folder.file(), 0666);
        setMode(folder.path(), 0777);
        const AsOrdinaryUser user;
        if (!user.canWorkIn(folder.path()))
            QSKIP("an ordinary user cannot enter the temporary folder");
        const auto file = openFile(folder.file(), Mode::Edit);
        QVERIFY(!file->isReadOnly());
        if (!isFirstWrite)
            QVERIFY(edit(*file, report, setCount("requests.received.other", 5)));
        const Report before = report;
        const auto chmodAsOwner = [&folder](mode_t mode) {
            const uid_t user_ = geteuid();
            return (user_ == getuid() || seteuid(getuid()) == 0)
                && chmod(QFile::encodeName(folder.path()).constData(), mode) == 0
                && (user_ == geteuid() || seteuid(user_) == 0);
        };
        QVERIFY(chmodAsOwner(0555));
        const auto done = edit(*file, report, setCount("requests.received.other", 6));
        QVERIFY(chmodAsOwner(0777));
        QVERIFY(!done);
        QVERIFY(done.error().code == ErrorCode::NoPermission);
        QVERIFY(report == before);
        QVERIFY(onDisk(folder.file()) == before);
        QVERIFY(edit(*file, report, setCount("requests.received.other", 6)));
        QVERIFY(onDisk(folder.file()) == report);
    }

    void aHalfWrittenFileIsRolledBack()
    {
        const Folder folder;
        Report report = filledReport();
        makeHalfWritten(folder, report);
        const auto file = openFile(folder.file(), Mode::Edit);
        QCOMPARE(file->schemaVersion(), newestSchema());
        QVERIFY(loaded(*file) == report);
        QVERIFY(!folder.names().contains(kJournal));
        QVERIFY(edit(*file, report, setCount("requests.received.other", 6)));
        QVERIFY(onDisk(folder.file()) == report);
    }

    void aHalfWrittenFileIsOnlyLookedAt()
    {
        const Folder folder;
        const Report report = filledReport();
        makeHalfWritten(folder, report);
        const auto before = folder.state();
        QVERIFY(onDisk(folder.file()) == report);
        QVERIFY(folder.state() == before);
    }

    void aHalfWrittenFileIsReplaced()
    {
        const Folder folder;
        makeHalfWritten(folder, filledReport());
        const Report report = filledReport(QStringLiteral("2019"), 2020);
        makeFile(folder.file(), report); // into which the old journal must not be played
        QVERIFY(onDisk(folder.file()) == report);
        QCOMPARE(folder.names(), QStringList{kName});
    }

    void aHalfWrittenFileWhereNothingCanBeWritten()
    {
        const Folder folder;
        const Report report = filledReport();
        makeHalfWritten(folder, report);
        setMode(folder.path(), 0555);
        const auto before = folder.state();
        const AsOrdinaryUser user;
        if (!user.canWorkIn(folder.path()))
            QSKIP("an ordinary user cannot enter the temporary folder");
        const auto file = openFile(folder.file(), Mode::Edit);
        QVERIFY(file->isReadOnly());
        QVERIFY(loaded(*file) == report);
        QVERIFY(folder.state() == before);
    }

    void lookingWhileSomebodyWrites()
    {
        const Folder folder;
        const Report report = filledReport();
        makeFile(folder.file(), report);
        const auto db = Database::open(folder.file(), Database::Access::Write, folder.file());
        QVERIFY(db);
        const auto transaction = Transaction::begin(**db);
        QVERIFY(transaction && (*db)->run(QStringLiteral("UPDATE cell SET value = '1' WHERE value = '0'")));
        QVERIFY(folder.names().contains(kJournal));
        const auto before = folder.state();
        QVERIFY(onDisk(folder.file()) == report);
        QVERIFY(folder.state() == before);
    }
};

QTEST_GUILESS_MAIN(WriteFailureTest)
#include "tst_writefailure.moc"
