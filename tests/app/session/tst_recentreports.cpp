// SPDX-License-Identifier: MulanPSL-2.0
#include "recentreports.h"
#include "settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class RecentReportsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static RecentReport entry(int number)
    {
        return {QStringLiteral("/r/%1").arg(number), QStringLiteral("题"), {}, {}};
    }
    static QStringList paths()
    {
        QStringList paths;
        for (const RecentReport &report : settings::recentReports())
            paths.append(report.path);
        return paths;
    }
    static SeenReport everything()
    {
        return {QStringLiteral("张村镇"), QStringLiteral("清河县张村镇人民政府"), 2025, ReviewState::InReview,
            true, true, 1, 2, 3, 4, QStringLiteral("陈立"), QDate(2026, 1, 31), QDate(2026, 1, 27)};
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); }
    void init() { QFile::remove(m_folder.filePath(QStringLiteral("nianbao/nianbao.ini"))); }

    void aHundredNewestFirst()
    {
        for (int i = 0; i < 102; ++i)
            settings::addRecentReport(entry(i));
        QCOMPARE(settings::recentReports().size(), 100);
        QCOMPARE(settings::recentReports().first().path, QStringLiteral("/r/101"));
        settings::addRecentReport({QStringLiteral("/r/5"), QStringLiteral("又"), {}, {}});
        QCOMPARE(settings::recentReports().size(), 100);
        QCOMPARE(settings::recentReports().first().title, QStringLiteral("又"));
        settings::removeRecentReport(QStringLiteral("/r/5"));
        QCOMPARE(settings::recentReports().size(), 99);
    }

    void whatIsRememberedIsShort()
    {
        settings::addRecentReport({QStringLiteral("/r/long"), QString(1'000'000, u'长'),
            QStringLiteral("yesterday"), QStringLiteral("a\nb\x1B[31m\u202E")});
        const RecentReport entry = settings::recentReports().first();
        QVERIFY(entry.title.size() < 200);
        QVERIFY(entry.when.isEmpty()); // no time
        QCOMPARE(entry.status, QStringLiteral("a b [31m"));
        settings::addRecentReport({QString(10'000, u'p'), QStringLiteral("题"), {}, {}});
        settings::addRecentReport({{}, QStringLiteral("题"), {}, {}});
        QCOMPARE(settings::recentReports().first(), entry); // what cannot be opened is not remembered
        settings::addRecentReport({QStringLiteral("/r/unnamed.nianbao"), {}, {}, {}});
        QCOMPARE(settings::recentReports().first().title, QStringLiteral("unnamed.nianbao"));
    }

    void aPinnedOneStaysHoweverManyComeAfterIt()
    {
        settings::addRecentReport(entry(0));
        settings::pinRecentReport(QStringLiteral("/r/0"), true);
        for (int i = 1; i < 120; ++i)
            settings::addRecentReport(entry(i));
        QCOMPARE(settings::recentReports().size(), 100);
        QCOMPARE(paths().last(), QStringLiteral("/r/0"));
        QVERIFY(settings::recentReports().last().isPinned);
        settings::addRecentReport(entry(0)); // opened again: still pinned
        QVERIFY(settings::recentReports().first().isPinned);
        settings::clearRecentReports();
        QCOMPARE(paths(), QStringList{QStringLiteral("/r/0")});
        settings::pinRecentReport(QStringLiteral("/r/0"), false);
        settings::clearRecentReports();
        QVERIFY(paths().isEmpty());
    }

    void aLookIsKeptWithTheEntry()
    {
        settings::addRecentReport(entry(1));
        settings::addRecentReport(entry(2));
        settings::noteLooks({{QStringLiteral("/r/1"), {everything(), QStringLiteral("1:2")}},
            {QStringLiteral("/r/other"), {everything(), {}}}});
        QCOMPARE(paths(), QStringList({QStringLiteral("/r/2"), QStringLiteral("/r/1")}));
        QVERIFY(!settings::recentReports().first().seen);
        QCOMPARE(settings::recentReports().last().seen, everything());
        QCOMPARE(settings::recentReports().last().stamp, QStringLiteral("1:2"));
    }

    void aLineThatIsNoneOfOursSaysNothing_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no JSON") << QStringLiteral("hello");
        QTest::newRow("a list") << QStringLiteral("[1,2]");
        QTest::newRow("a state nobody knows")
            << QString(toLine(everything())).replace(QStringLiteral("in_review"), QStringLiteral("burnt"));
        QTest::newRow("a year that no report has")
            << QString(toLine(everything())).replace(QStringLiteral("2025"), QStringLiteral("-7"));
        QTest::newRow("a very long one")
            << QString(toLine(everything())).replace(QStringLiteral("张村镇"), QString(100'000, u'长'));
    }
    void aLineThatIsNoneOfOursSaysNothing()
    {
        QFETCH(QString, line);
        QVERIFY(!seenFromLine(line));
        QCOMPARE(seenFromLine(toLine(everything())), everything());
    }

    void countsAndWordsOfALineAreBounded()
    {
        QString line = toLine(everything());
        line.replace(QStringLiteral("\"errors\":1"), QStringLiteral("\"errors\":-5"));
        line.replace(QStringLiteral("张村镇"), QStringLiteral("a\\nb\\u202E"));
        const auto seen = seenFromLine(line);
        QVERIFY(seen);
        QCOMPARE(seen->errors, 0);
        QCOMPARE(seen->body, QStringLiteral("a b"));
    }

    void theFirstRunEndsWithTheFirstReport()
    {
        QVERIFY(settings::isFirstRun());
        settings::addRecentReport(entry(1));
        QVERIFY(!settings::isFirstRun());
        settings::removeRecentReport(QStringLiteral("/r/1"));
        QVERIFY(!settings::isFirstRun()); // somebody worked here
    }

    void whoStatedAnOfficeIsNotNew()
    {
        QVERIFY(settings::isFirstRun());
        settings::setOfficeName(QStringLiteral("花山镇人民政府"));
        QVERIFY(!settings::isFirstRun());
        settings::setOfficeName({});
    }

    void whoUpgradesIsNotNew()
    {
        {
            QSettings old(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("nianbao"),
                QStringLiteral("nianbao"));
            old.setValue(QStringLiteral("recent/size"), 1);
            old.setValue(QStringLiteral("recent/1/path"), QStringLiteral("/r/old.nianbao"));
        }
        QVERIFY(!settings::isFirstRun());
        QVERIFY(!settings::recentReports().first().isPinned);
        QVERIFY(!settings::recentReports().first().seen);
    }

    void anotherStateOfAFileIsTold()
    {
        QFile file(m_folder.filePath(QStringLiteral("a")));
        QVERIFY(fileState(file.fileName()).isEmpty());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1");
        file.close();
        const QString before = fileState(file.fileName());
        QVERIFY(!before.isEmpty());
        QCOMPARE(fileState(file.fileName()), before);
        QVERIFY(file.open(QIODevice::Append));
        file.write("2");
        file.close();
        QVERIFY(fileState(file.fileName()) != before);
    }
};

QTEST_GUILESS_MAIN(RecentReportsTest)
#include "tst_recentreports.moc"
