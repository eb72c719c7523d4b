// SPDX-License-Identifier: MulanPSL-2.0
#include "nextyear.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

class NextYearTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nextYearCopiesNoFigureAndNoText()
    {
        Report last = test::sampleReport(QStringLiteral("zhangcun-2021"));
        QVERIFY(last.apply({{},
            {SetExplanation{QStringLiteral("JUMP|a"), Explanation{QStringLiteral("属实")}},
                SetRuleOff{RuleId(QStringLiteral("DUP")), QStringLiteral("地名")}}}));
        last.identify();
        const Report report = nextYear(last);
        QVERIFY(report.id().isNull()); // another report, whose file will give it one
        QCOMPARE(report.prior()->id(), last.id());
        QCOMPARE(report.year(), 2022);
        QCOMPARE(report.spec().id, QStringLiteral("2021"));
        QCOMPARE(report.fact(fact::kName), last.fact(fact::kName));
        QVERIFY(!report.hasFact(QLatin1String(fact::kTitle)));
        for (const SectionSpec &section : report.spec().sections) {
            const auto subs = report.subSections(section.id);
            QCOMPARE(subs.size(), last.subSections(section.id).size());
            for (qsizetype i = 0; i < subs.size(); ++i) {
                QCOMPARE(subs[i].heading, last.subSections(section.id)[i].heading);
                QVERIFY(subs[i].text.isEmpty());
            }
        }
        for (const TableSpec &table : report.spec().tables) {
            for (const CellId &id : table.cells)
                QVERIFY(!report.value(id));
        }
        for (const Channel &channel : report.channels())
            QVERIFY(!channel.count);
        QVERIFY(report.prior() && report.prior()->year() == 2021);
        QVERIFY(report.prior()->explanations().isEmpty() && report.prior()->rulesOff().isEmpty());
        QVERIFY(report.explanations().isEmpty() && report.rulesOff().isEmpty());
    }
};

QTEST_GUILESS_MAIN(NextYearTest)
#include "tst_nextyear.moc"
