// SPDX-License-Identifier: MulanPSL-2.0
#include "newreport.h"

#include "recentreports.h"
#include "testreports.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class NewReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theYearThatIsWrittenNow()
    {
        QCOMPARE(yearToReport(QDate(2026, 1, 12)), 2025);
        QCOMPARE(yearToReport(QDate(2026, 3, 31)), 2025); // a county's own
        QCOMPARE(yearToReport(QDate(2026, 6, 30)), 2025);
        QCOMPARE(yearToReport(QDate(2026, 7, 1)), 2026);
        QCOMPARE(yearToReport(QDate(2026, 11, 28)), 2026); // due in January
    }

    void whatIsSaidStandsInIt()
    {
        const Report report = begun({QStringLiteral(" 芦渡镇人民政府 "), QStringLiteral("芦渡镇"),
            QStringLiteral("street"), 2025, formForYear(2025), nullptr});
        QCOMPARE(report.year(), 2025);
        QCOMPARE(report.fact(fact::kName), QStringLiteral("芦渡镇人民政府"));
        QCOMPARE(report.fact(fact::kShortName), QStringLiteral("芦渡镇"));
        QCOMPARE(report.kind(), QStringLiteral("street"));
    }

    void lastYearsNamesAreKeptWhereNoneAreSaid()
    {
        const Report prior = test::everyPartReport();
        const Report report = begun({prior.fact(fact::kName), {}, {}, prior.year() + 1,
            formForYear(prior.year() + 1), asPrior(prior)});
        QCOMPARE(report.fact(fact::kShortName), prior.fact(fact::kShortName));
        QVERIFY(report.prior() && !report.prior()->prior());
    }

    void theShortNameIsThatOfTheLastReport()
    {
        settings::clearRecentReports(); // of an earlier run
        const QString name = QStringLiteral("芦渡镇人民政府");
        const auto blank = [&name] { return begun({name, {}, {}, 2025, formForYear(2025), nullptr}); };
        QCOMPARE(blank().fact(fact::kShortName), QString());
        RecentReport last{QStringLiteral("/nowhere/a.nianbao")};
        last.seen = SeenReport();
        last.seen->year = 2024;
        last.seen->name = name;
        last.seen->body = QStringLiteral("芦渡");
        settings::addRecentReport(last);
        QCOMPARE(blank().fact(fact::kShortName), QStringLiteral("芦渡"));
        const Report other = begun({name + u'局', {}, {}, 2025, formForYear(2025), nullptr});
        QCOMPARE(other.fact(fact::kShortName), QString());
    }

    void aFreeNameAmongTheDocuments()
    {
        const QTemporaryDir home;
        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", home.path().toLocal8Bit());
        const QString path = freeReportPath(QStringLiteral("a/b 镇"), 2025);
        QCOMPARE(QFileInfo(path).absolutePath(), home.path());
        QCOMPARE(path, proposedPath(QStringLiteral("a/b 镇"), 2025));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString next = freeReportPath(QStringLiteral("a/b 镇"), 2025);
        QVERIFY(next != path && next.endsWith(QStringLiteral(".nianbao")));
        QVERIFY(QFileInfo(proposedPath(QString(1000, u'长'), 2025)).fileName().toUtf8().size() < 240);
        qputenv("HOME", before);
    }
};

QTEST_GUILESS_MAIN(NewReportTest)
#include "tst_newreport.moc"
