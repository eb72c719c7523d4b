// SPDX-License-Identifier: MulanPSL-2.0
#include "cleanreport.h"
#include "cleantext.h"
#include "migrations.h"
#include "reportjson.h"
#include "reviewmoves.h"
#include "schemaguard.h"
#include "storefixtures.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const QString kFiles = QStringLiteral(TEST_DATA_DIR "/files/");
const QString kV1 = QStringLiteral("v1.nianbao");

/// Beside it, as its backups are; with a name of its own for each test.
QString frozen(const Folder &folder, const QString &name)
{
    if (!QFile::copy(kFiles + name, folder.file(name)))
        qFatal("cannot copy %s", qPrintable(name));
    setMode(folder.file(name), 0644);
    return folder.file(name);
}

/// The JSON knew no id.
QJsonObject withoutId(const Report &report)
{
    QJsonObject object = QJsonDocument::fromJson(reportToJson(report)).object();
    object.remove(QStringLiteral("id"));
    return object;
}

} // namespace

class MigrationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyStepLeadsToItsVersion()
    {
        const auto db = Database::inMemory({});
        QVERIFY(db);
        for (int version = 0; version < newestSchema(); ++version) {
            QVERIFY(migrate(**db, version, version + 1));
            QCOMPARE((*db)->value(QStringLiteral("PRAGMA user_version"))->toInt(), version + 1);
            QCOMPARE(*schemaDigest(**db), publishedDigest(version + 1));
        }
        const auto lax = (*db)->rows(
            QStringLiteral("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name "
                           "NOT LIKE 'sqlite_%'"));
        QVERIFY(lax);
        QVERIFY2(lax->isEmpty(), "a table is not STRICT");
    }

    void aFrozenFileOfEveryVersionOpens_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= newestSchema(); ++version)
            QTest::addRow("version %d", version) << version;
    }

    void aFrozenFileOfEveryVersionOpens()
    {
        QFETCH(int, version);
        const Folder folder;
        const QString name = QStringLiteral("v%1").arg(version);
        const QString path = frozen(folder, name + QStringLiteral(".nianbao"));
        const auto before = folder.state();
        const auto expected = reportFromJson(readFile(kFiles + name + QStringLiteral(".json")));
        QVERIFY(expected);
        const auto image = Database::ofImage(readFile(path), path);
        QVERIFY(image);
        QCOMPARE(*schemaDigest(**image), publishedDigest(version));
        for (const auto mode : {ReportFile::Mode::Look, ReportFile::Mode::Edit}) {
            {
                const auto file = openFile(path, mode);
                QCOMPARE(file->schemaVersion(), version);
                // a file is opened as it is, with the tab of the first version; JSON is cleaned
                QCOMPARE(withoutId(cleaned(loaded(*file))), withoutId(expected->report));
            }
            QVERIFY(folder.state() == before);
        }
    }

    void aFileWithoutAnIdHasAlwaysTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QUuid>("id");
        // by another program: uuid5(uuid5(DNS, "cn.nianbao.nianbao"), "form\nyear\ncreated\nname")
        const auto row = [](const char *name, const char *id) {
            QTest::newRow(name) << QString::fromLatin1(name) << QUuid(QLatin1String(id));
        };
        row("v1", "4543a7b3-3faf-5bb6-8a16-1cbd8f920054");
        row("v2", "d5a1ee01-5054-5718-ae67-9658cc558cbc");
        row("v3", "6521fb0e-43c1-53cb-bf93-d1e053c976d2");
        row("v4", "a2ab1094-13c0-5426-bf46-893f842e0731");
    }
    void aFileWithoutAnIdHasAlwaysTheSame()
    {
        QFETCH(QString, name);
        QFETCH(QUuid, id);
        const Folder folder;
        const QString path = frozen(folder, name + QStringLiteral(".nianbao"));
        const auto before = folder.state();
        QCOMPARE(onDisk(path).id(), id);
        QCOMPARE(onDisk(path).id(), id); // two looks
        QVERIFY(folder.state() == before);
        const auto file = openFile(path, ReportFile::Mode::Edit);
        Report report = loaded(*file);
        QCOMPARE(report.id(), id);
        // what it was made of is another now: it was stored
        QVERIFY(edit(*file, report,
            Change::of({}, SetFact{QLatin1String(fact::kName), QStringLiteral("另一个镇人民政府")})));
        QCOMPARE(onDisk(path).id(), id);
        QVERIFY(QFile::copy(path, folder.file(QStringLiteral("copy.nianbao"))));
        QCOMPARE(onDisk(folder.file(QStringLiteral("copy.nianbao"))).id(), id);
    }

    void theReviewOfTheSecondVersionIsKept()
    {
        const Folder folder;
        QVERIFY(onDisk(frozen(folder, QStringLiteral("v2.nianbao"))).review()
            == (Review{ReviewState::Returned, 2}));
        QVERIFY(onDisk(frozen(folder, kV1)).review() == Review());
    }

    /// With its history, its pictures, what was said of it, and a seal that holds.
    void theReviewOfTheSixthVersionIsKept()
    {
        const Folder folder;
        const QString path = frozen(folder, QStringLiteral("v6.nianbao"));
        const Report report = onDisk(path);
        const Review &review = report.review();
        QVERIFY(review.state == ReviewState::Submitted);
        QCOMPARE(review.events.size(), 7);
        QCOMPARE(review.events[2].words, QStringLiteral("数字不符"));
        QCOMPARE(review.chain.size(), 2);
        QCOMPARE(review.handedOver.size(), 1);
        QVERIFY(review.seal);
        QCOMPARE(report.comments().size(), 2);
        QCOMPARE(report.comments()[1].answers.size(), 1);
        const auto file = openFile(path, ReportFile::Mode::Look);
        for (int move = 1; move <= 7; ++move) {
            const auto picture = file->pictureAt(move);
            QVERIFY(picture && *picture);
        }
        QVERIFY(**file->pictureAt(6) == withoutTalk(**file->pictureAt(6)));
        const auto history = file->history(loaded(*file));
        QVERIFY(history);
        QVERIFY(history->rows());
        QVERIFY(history->at(0));
    }

    void theFirstEditMigratesAndLeavesABackup()
    {
        const Folder folder;
        const QString path = frozen(folder, kV1);
        const QByteArray original = readFile(path);
        const auto file = openFile(path, ReportFile::Mode::Edit);
        Report report = loaded(*file);
        QVERIFY(edit(*file, report, setCount("requests.received.other", 5)));
        QCOMPARE(file->schemaVersion(), newestSchema());
        QVERIFY(loaded(*file) == report);
        const QString backup = QStringLiteral("v1（v1 备份）.nianbao");
        QCOMPARE(folder.names(), (QStringList{QStringLiteral(".v1.nianbao.lock"), kV1, backup}));
        QCOMPARE(readFile(folder.file(backup)), original);

        QVERIFY(edit(*file, report,
            Change::of(QStringLiteral("渠道"), SetChannels{{{QStringLiteral("政府网站"), 3, {}}}})));
        QCOMPARE(folder.names().size(), 3);
        QVERIFY(onDisk(path) == report);
        QVERIFY(onDisk(folder.file(backup)) == onDisk(kFiles + kV1));
    }

    void aBackupIsReadByNobodyElse_data()
    {
        QTest::addColumn<uint>("mode");
        QTest::newRow("private") << 0600U;
        QTest::newRow("for the group") << 0660U;
    }

    void aBackupIsReadByNobodyElse()
    {
        QFETCH(uint, mode);
        const Folder folder;
        const QString path = frozen(folder, kV1);
        setMode(path, mode_t(mode));
        const auto file = openFile(path, ReportFile::Mode::Edit);
        Report report = loaded(*file);
        QVERIFY(edit(*file, report, setCount("requests.received.other", 5)));
        for (const QString &name : {kV1, QStringLiteral("v1（v1 备份）.nianbao")}) {
            struct stat status { };
            QCOMPARE(stat(QFile::encodeName(folder.file(name)).constData(), &status), 0);
            QCOMPARE(status.st_mode & 07777, mode);
        }
    }

    void aBackupIsNeverOverwritten()
    {
        const Folder folder;
        const QString path = frozen(folder, kV1);
        folder.put(QStringLiteral("v1（v1 备份）.nianbao"), "mine");
        {
            const auto file = openFile(path, ReportFile::Mode::Edit);
            Report report = loaded(*file);
            QVERIFY(edit(*file, report, setCount("requests.received.other", 5)));
        }
        QCOMPARE(readFile(folder.file(QStringLiteral("v1（v1 备份）.nianbao"))), QByteArray("mine"));
        QCOMPARE(readFile(folder.file(QStringLiteral("v1（v1 备份2）.nianbao"))), readFile(kFiles + kV1));
        QCOMPARE(folder.names().size(), 3);
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
