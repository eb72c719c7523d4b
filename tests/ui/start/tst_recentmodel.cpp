// SPDX-License-Identifier: MulanPSL-2.0
#include "recentmodel.h"

#include "clock.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace nianbao;

class RecentModelTest : public QObject {
    Q_OBJECT

    static RecentReport report(const QString &file, const QString &body, int year)
    {
        RecentReport report{QStringLiteral("/r/") + file, body, {}, {}};
        report.seen = SeenReport();
        report.seen->body = body;
        report.seen->year = year;
        report.seen->isStarted = true;
        return report;
    }
    static QList<RecentReport> four()
    {
        return {report(QStringLiteral("a"), QStringLiteral("张村镇"), 2025),
            report(QStringLiteral("b"), QStringLiteral("李村镇"), 2025),
            report(QStringLiteral("c"), QStringLiteral("张村镇"), 2024),
            {QStringLiteral("/r/d"), QStringLiteral("never looked at"), {}, QStringLiteral("words")}};
    }
    /// Heads in [ ], reports by their paths.
    static QString lines(const RecentModel &model)
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            lines.append(index.data(RecentModel::IsHeadRole).toBool()
                    ? QStringLiteral("[%1 %2]").arg(
                        index.data().toString(), index.data(RecentModel::HeadCountRole).toString())
                    : index.data(RecentModel::PathRole).toString().mid(3));
        }
        return lines.join(u' ');
    }

    static QList<OpenPart> open(const RecentModel &model, const QModelIndex &index)
    {
        return model.data(index, RecentModel::OpenRole).value<QList<OpenPart>>();
    }

private Q_SLOTS:
    void byBodyAndByYear()
    {
        RecentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!model.first().isValid());
        model.setReports(four());
        QCOMPARE(lines(model), QStringLiteral("[张村镇 2] a c [李村镇 1] b [never looked at 1] d"));
        model.setGrouping(RecentModel::Grouping::ByYear);
        QCOMPARE(lines(model), QStringLiteral("[2025 2] a b [2024 1] c [Other years 1] d"));
        QCOMPARE(model.shown(), 4);
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
        QVERIFY(model.flags(model.index(1)) & Qt::ItemIsSelectable);
    }

    /// One body is one group, whether a report of it has the short name or not.
    void oneBodyIsOneGroup()
    {
        auto reports = four();
        const QString full = QStringLiteral("环翠区张村镇人民政府");
        reports[0].seen->name = reports[0].seen->body = full;
        reports[2].seen->name = full;
        RecentModel model;
        model.setReports(reports);
        QCOMPARE(lines(model), QStringLiteral("[张村镇 2] a c [李村镇 1] b [never looked at 1] d"));
        SeenReport renamed = *reports[2].seen; // the same body, another short name
        renamed.body = QStringLiteral("张村");
        model.take(QStringLiteral("/r/c"), renamed);
        QCOMPARE(lines(model), QStringLiteral("[张村 2] a c [李村镇 1] b [never looked at 1] d"));
    }

    /// Its title would tell the year once more.
    void aReportWithoutANameSaysSo()
    {
        auto reports = four();
        reports[1].seen->body.clear();
        reports[1].title = QStringLiteral("2025年");
        RecentModel model;
        model.setReports(reports);
        QCOMPARE(
            lines(model), QStringLiteral("[张村镇 2] a c [Office not stated 1] b [never looked at 1] d"));
    }

    void pinnedOnesAreFirstInTheirGroup()
    {
        auto reports = four();
        reports[2].isPinned = true;
        RecentModel model;
        model.setReports(reports);
        QCOMPARE(lines(model), QStringLiteral("[张村镇 2] c a [李村镇 1] b [never looked at 1] d"));
    }

    void allTypedWordsMustFit_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a body") << QStringLiteral("李村") << QStringLiteral("[李村镇 1] b");
        QTest::newRow("body and year") << QStringLiteral(" 张村  2024 ") << QStringLiteral("[张村镇 1] c");
        QTest::newRow("a state") << QStringLiteral("draft") << QStringLiteral("[张村镇 2] a c [李村镇 1] b");
        QTest::newRow("what was never looked at")
            << QStringLiteral("NEVER") << QStringLiteral("[never looked at 1] d");
        QTest::newRow("initials of the pinyin") << QStringLiteral("lcz") << QStringLiteral("[李村镇 1] b");
        QTest::newRow("pinyin and year") << QStringLiteral("zhangcun 2024") << QStringLiteral("[张村镇 1] c");
        QTest::newRow("nothing fits") << QStringLiteral("王村") << QString();
    }
    void allTypedWordsMustFit()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        RecentModel model;
        model.setReports(four());
        model.setFilter(typed);
        QCOMPARE(lines(model), shown);
        model.setFilter({});
        QCOMPARE(model.shown(), 4);
    }

    void whatALookSaid()
    {
        RecentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReports(four());
        SeenReport seen = *four().first().seen;
        seen.errors = 3;
        seen.toExplain = 2;
        model.take(QStringLiteral("/r/a"), seen);
        QCOMPARE(open(model, model.index(1)), openParts(seen));
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(openParts(seen)[1].words));
        seen.body = QStringLiteral("李村镇"); // the file is another report now
        model.take(QStringLiteral("/r/a"), seen);
        QCOMPARE(lines(model), QStringLiteral("[李村镇 2] a b [张村镇 1] c [never looked at 1] d"));
        model.setMissing(QStringLiteral("/r/c"));
        QVERIFY(model.isMissing(QStringLiteral("/r/c")));
        const QModelIndex missing = model.indexOf(QStringLiteral("/r/c"));
        QVERIFY(missing.data(RecentModel::MissingRole).toBool());
        QVERIFY(open(model, missing).value(0).level == Level::Explain);
        model.take(QStringLiteral("/r/other"), seen);
        QCOMPARE(model.shown(), 4);
    }

    void withoutAnythingOpenTheNextStep()
    {
        RecentModel model;
        model.setReports(four());
        const QList<OpenPart> next{{nextStep(*four().first().seen), std::nullopt}};
        QCOMPARE(open(model, model.index(1)), next);
        const QList<OpenPart> words{{QStringLiteral("words"), std::nullopt}};
        QCOMPARE(open(model, model.indexOf(QStringLiteral("/r/d"))), words);
        SeenReport published = *four().first().seen;
        published.state = ReviewState::Published;
        published.errors = 1;
        model.take(QStringLiteral("/r/a"), published); // it is out: what was open is said no more
        QCOMPARE(open(model, model.index(1)).size(), 1);
        QVERIFY(!open(model, model.index(1)).first().level);
    }

    void theDaysThatAreLeft()
    {
        setClock([] { return QDateTime(QDate(2026, 1, 19), QTime(9, 30)); });
        auto reports = four();
        reports[0].seen->statutory = QDate(2026, 1, 31);
        reports[1].seen->statutory = QDate(2026, 1, 17);
        reports[2].seen->statutory = QDate(2026, 3, 31);
        reports[2].seen->state = ReviewState::Published;
        RecentModel model;
        model.setReports(reports);
        const auto days = [&model](const QString &path) {
            return model.indexOf(path).data(RecentModel::DaysRole).toString();
        };
        QCOMPARE(days(QStringLiteral("/r/a")), QStringLiteral("days left: 12"));
        QCOMPARE(days(QStringLiteral("/r/b")), QStringLiteral("days late: 2"));
        QCOMPARE(days(QStringLiteral("/r/c")), QString()); // it is out
        QCOMPARE(days(QStringLiteral("/r/d")), QString()); // nobody knows
        setClock(nullptr);
    }

    void whenItWasOpen()
    {
        setClock([] { return QDateTime(QDate(2022, 1, 19), QTime(9, 30)); });
        QCOMPARE(whenWords(QStringLiteral("2022-01-19T08:51:00")), QStringLiteral("today 08:51"));
        QCOMPARE(whenWords(QStringLiteral("2022-01-18T16:05:00")), QStringLiteral("yesterday 16:05"));
        QCOMPARE(whenWords(QStringLiteral("2021-12-01T16:05:00")), QStringLiteral("2021-12-01"));
        QCOMPARE(whenWords(QStringLiteral("soon")), QString());
        setClock(nullptr);
    }
};

QTEST_MAIN(RecentModelTest)
#include "tst_recentmodel.moc"
