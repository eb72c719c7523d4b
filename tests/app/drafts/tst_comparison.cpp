// SPDX-License-Identifier: MulanPSL-2.0
#include "comparison.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {
CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }
} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void yearsAreCompared()
    {
        Report report = test::filledReport();
        Report prior = test::filledReport(QStringLiteral("2021"), 2020);
        QVERIFY(prior.apply(
            {{}, {set("disclosure.licences.decisions", 40), set("disclosure.penalties.decisions", 8)}}));
        QVERIFY(compareYears(report).isEmpty());
        QVERIFY(report.apply({{},
            {SetPrior{std::make_shared<const Report>(prior)}, set("disclosure.licences.decisions", 50),
                set("disclosure.penalties.decisions", 6)}}));
        const auto lines = compareYears(report, TableId(QStringLiteral("disclosure")));
        QCOMPARE(lines.size(), 10);
        for (const YearLine &line : lines) {
            if (line.cell == cell("disclosure.licences.decisions")) {
                QCOMPARE(line.changeWords(), QStringLiteral("+10"));
                QCOMPARE(line.percentWords(), QStringLiteral("+25.0%"));
            }
            if (line.cell == cell("disclosure.penalties.decisions"))
                QCOMPARE(line.percentWords(), QStringLiteral("−25.0%"));
            if (line.cell == cell("disclosure.coercion.decisions"))
                QCOMPARE(line.changeWords(), QStringLiteral("持平"));
        }
    }

    void whatWasTakenOverIsMarkedUntilEdited()
    {
        Report report = test::filledReport();
        const SectionId section(QStringLiteral("overview"));
        Report prior = report;
        QVERIFY(report.apply({{}, {SetPrior{std::make_shared<const Report>(prior)}}}));
        QVERIFY(isTakenOver(report, section, 0));
        QVERIFY(report.apply(
            {{}, {SetText{section, 0, report.subSections(section)[0].text + QStringLiteral("改")}}}));
        QVERIFY(!isTakenOver(report, section, 0));
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
