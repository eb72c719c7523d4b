// SPDX-License-Identifier: MulanPSL-2.0
#include "nextyear.h"
#include "proposals.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {
CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }
} // namespace

class ProposalsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void proposalsWaitToBeTaken()
    {
        Report last = test::filledReport();
        QVERIFY(last.apply(
            {{}, {set("requests.carried_out.individual", 7), set("disclosure.normative.in_force", 12)}}));
        Report report = nextYear(last);
        QVERIFY(report.apply(
            {{}, {set("disclosure.normative.issued", 3), set("disclosure.normative.repealed", 1)}}));
        const auto proposed = proposals(report);
        QCOMPARE(proposed.value(cell("requests.carried_in.individual")), Amount::fromInteger(7));
        QCOMPARE(proposed.value(cell("disclosure.normative.in_force")), Amount::fromInteger(14));
        QVERIFY(!report.value(cell("requests.carried_in.individual")));
        QVERIFY(report.apply({{}, {set("requests.carried_in.individual", 6)}}));
        QVERIFY(!proposals(report).contains(cell("requests.carried_in.individual")));
        QVERIFY(proposals(test::filledReport()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProposalsTest)
#include "tst_proposals.moc"
