// SPDX-License-Identifier: MulanPSL-2.0
#include "readreport.h"
#include "session.h"
#include "testreports.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

using namespace nianbao;

class ReadReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBothKinds()
    {
        const auto fromJson = readReport(QStringLiteral(TEST_DATA_DIR "/reports/suqian-2023.json"));
        QVERIFY(fromJson);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("r.nianbao"));
        {
            const auto made = Session::create(path, fromJson->report);
            QVERIFY(made);
        }
        const auto fromFile = readReport(path);
        QVERIFY(fromFile);
        QVERIFY(fromFile->report == fromJson->report);
        QVERIFY(QFile::rename(path, path + QStringLiteral(".old"))); // known by its content too
        QVERIFY(readReport(path + QStringLiteral(".old")));
    }

    void whatIsNoSaneFileIsNeverWaitedFor_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"r.json", "r.nianbao", "r"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void whatIsNoSaneFileIsNeverWaitedFor()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        const QByteArray encoded = QFile::encodeName(path);
        const auto code = [&path] {
            const auto read = readReport(path);
            return read ? ErrorCode::BadArguments : read.error().code;
        };
        QCOMPARE(mkfifo(encoded.constData(), 0600), 0);
        QCOMPARE(int(code()), int(ErrorCode::NotAFile));
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), path));
        QCOMPARE(int(code()), int(ErrorCode::NotAFile));
        QVERIFY(QFile::remove(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(3) << 30));
        QCOMPARE(int(code()), int(ErrorCode::TooLarge));
    }

    /// A report's own file is opened as it is; what is taken from it for another is clean and says what went.
    void anotherFileIsCleaned()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("r.nianbao"));
        const QString dirty = QStringLiteral("柳林镇\u2067");
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetFact{QLatin1String(fact::kShortName), dirty})));
        QVERIFY(Session::create(path, report));
        const auto own = Session::open(path, Session::Mode::Look);
        QVERIFY(own);
        QCOMPARE((*own)->report().fact(fact::kShortName), dirty);
        QVERIFY(std::any_of((*own)->findings().begin(), (*own)->findings().end(),
            [](const Finding &finding) { return finding.rule.toString() == u"GLYPH"; }));
        const auto taken = readReport(path);
        QVERIFY(taken);
        QCOMPARE(taken->report.fact(fact::kShortName), QStringLiteral("柳林镇"));
        QCOMPARE(taken->removed.size(), 1);
        QVERIFY(taken->removed.first().startsWith(QStringLiteral("organisation.short_name: U+2067")));
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(int(readReport(QStringLiteral("nowhere.json")).error().code), int(ErrorCode::FileNotFound));
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("bad.nianbao")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        QCOMPARE(int(readReport(file.fileName()).error().code), int(ErrorCode::NotADatabase));
    }
};

QTEST_GUILESS_MAIN(ReadReportTest)
#include "tst_readreport.moc"
