// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "conversion.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {
CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }
} // namespace

class ConversionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void conversionKeepsEveryFigure_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("2019") << QStringLiteral("shanghai-2019");
        QTest::newRow("one row of other outcomes") << QStringLiteral("hongze-2023");
    }
    void conversionKeepsEveryFigure()
    {
        QFETCH(QString, name);
        Report report = test::sampleReport(name);
        if (report.spec().id == u"2021-single-other")
            QVERIFY(report.apply({{}, {set("requests.other.individual", 5)}}));
        const Report before = report;
        const auto plan = conversion(report);
        QVERIFY(plan);
        const auto done = report.apply(plan->change);
        QVERIFY(done);
        QVERIFY(done->form);
        QCOMPARE(report.spec().id, QStringLiteral("2021"));
        // every filled cell is where it was, where the plan says, or in a note
        QString notes;
        for (const TableSpec &table : report.spec().tables)
            notes += report.fact(QLatin1String(fact::kTableNote) + table.id.toString());
        for (const TableSpec &table : before.spec().tables) {
            for (const CellId &id : table.cells) {
                const auto value = before.computed(id);
                if (!value || value->isZero() || before.spec().cell(id)->isComputed())
                    continue;
                const auto move = std::find_if(plan->moves.begin(), plan->moves.end(),
                    [&](const Conversion::Move &m) { return m.from == id; });
                const bool stayed = move == plan->moves.end() && report.computed(id) == value;
                const bool moved
                    = move != plan->moves.end() && !move->to.isEmpty() && report.computed(move->to) == value;
                QVERIFY2(stayed || moved || notes.contains(value->toString()), qPrintable(id.toString()));
            }
        }
        for (const Finding &finding : check(report, RuleSet()))
            QVERIFY(finding.rule.toString() != u"FORM-OLD");
        QVERIFY(report.apply(done->inverse));
        QVERIFY(report == before);
    }

    void theNewestFormIsNotConverted() { QVERIFY(!conversion(test::filledReport())); }
};

QTEST_GUILESS_MAIN(ConversionTest)
#include "tst_conversion.moc"
