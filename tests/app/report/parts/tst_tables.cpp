// SPDX-License-Identifier: MulanPSL-2.0
#include "parttest.h"

using namespace nianbao;
using namespace nianbao::test;

namespace {

CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }
std::optional<Amount> count(qint64 value) { return Amount::fromInteger(value); }

} // namespace

class TablesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void steps_data()
    {
        addStepColumns();
        using E = ErrorCode;
        const char *received = "requests.received.individual";
        stepRow("a figure", set(received, 5));
        stepRow("a cell made blank", SetCell{cell(received), {}});
        stepRow("twelve digits", set(received, bounds::kCount));
        stepRow("thirteen digits", set(received, bounds::kCount + 1), E::OutOfRange, received);
        stepRow("a negative count", set(received, -1), E::NegativeNotAllowed, received);
        stepRow("a fraction of a case", SetCell{cell(received), *Amount::parse(QStringLiteral("1.5"))},
            E::TooManyDecimals, received);
        stepRow("a total", set("requests.received.total", 1), E::ComputedCell, "requests.received.total");
        stepRow("an unknown cell", set("requests.received.dog", 1), E::UnknownCell, "requests.received.dog");
        stepRow("a note", SetNote{cell(received), QStringLiteral("其中修订16件")});
        stepRow("a note of a total", SetNote{cell("requests.received.total"), QStringLiteral("注")});
        stepRow("a long note of a cell", SetNote{cell(received), letters(bounds::kLine + 1)}, E::TooLong,
            "requests.received.individual/note");
        stepRow("a declared total", SetDeclared{cell("requests.received.total"), Declared{count(9)}});
        stepRow("a total declared blank", SetDeclared{cell("requests.received.total"), Declared{}});
        stepRow("a total no sum can be",
            SetDeclared{cell("requests.received.total"), Declared{count(bounds::kCount * 1000 + 1)}},
            E::OutOfRange, "requests.received.total");
        stepRow("a typed cell declared", SetDeclared{cell(received), Declared{count(9)}}, E::UnknownCell,
            received);
    }
    void steps() { tryStep(); }

    void totalsFollowInputs()
    {
        Report report(findForm(QStringLiteral("2021")), 2021);
        const auto delta = report.apply({{},
            {set("requests.granted.individual", 3), set("requests.granted.business", 2),
                set("requests.refused_internal.individual", 4)}});
        QVERIFY(delta);
        QVERIFY(report.value(cell("requests.granted.total")) == count(5));
        QVERIFY(report.value(cell("requests.total.individual")) == count(7));
        QVERIFY(report.value(cell("requests.total.total")) == count(9));
        QVERIFY(delta->cells.contains(cell("requests.total.total")));
        QVERIFY(!delta->cells.contains(cell("requests.received.total")));
    }

    void blankIsNotZero()
    {
        Report report(findForm(QStringLiteral("2021")), 2021);
        QVERIFY(!report.value(cell("requests.received.total")));
        QVERIFY(report.apply({{}, {set("requests.received.individual", 0)}}));
        QVERIFY(report.value(cell("requests.received.total")) == count(0));
        QVERIFY(report.apply({{}, {SetCell{cell("requests.received.individual"), {}}}}));
        QVERIFY(!report.value(cell("requests.received.total")));
    }

    void declaredTotalIsShownUntilOneIsTaken()
    {
        Report report = filledReport();
        const CellId total = cell("disputes.direct.total");
        QVERIFY(report.apply({{}, {SetDeclared{total, Declared{count(5)}}}}));
        QVERIFY(report.value(total) == count(5));
        QVERIFY(report.computed(total) == count(0));
        QVERIFY(report.apply({{}, {SetDeclared{total, std::nullopt}}}));
        QVERIFY(report.value(total) == count(0));
    }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "tst_tables.moc"
