// SPDX-License-Identifier: MulanPSL-2.0
#include "balances.h"
#include "checks.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {

CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }

Findings ofRule(const Report &report, const QString &rule)
{
    Findings found = check(report, RuleSet());
    found.removeIf([&](const Finding &f) { return f.rule.toString() != rule; });
    return found;
}

PriorPointer prior(const QString &form, QList<Step> steps)
{
    Report report = test::filledReport(form, 2021);
    if (!report.apply({{}, steps}))
        qFatal("the prior report cannot be made");
    return std::make_shared<const Report>(report);
}

} // namespace

class ChecksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFilledReportPasses()
    {
        const Findings findings = check(test::filledReport(), RuleSet());
        for (const Finding &finding : findings)
            qWarning() << finding.rule.toString() << said(finding.message);
        QVERIFY(findings.isEmpty());
        QCOMPARE(int(verdict(findings)), int(Verdict::Pass));
    }

    /// Each rule on tables: the steps that break a good report, and what is then found.
    void eachRuleFindsItsFault_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        const auto row = [](const char *rule, const char *where, const char *left, const char *right) {
            QTest::newRow(rule) << QString::fromLatin1(rule) << QString::fromLatin1(where)
                                << QString::fromLatin1(left) << QString::fromLatin1(right);
        };
        row("CELL-BLANK", "requests.granted.other", "", "");
        row("REQ-ROW", "requests.granted.total", "12", "14");
        row("REQ-SUM", "requests.total.business", "2", "3");
        row("REQ-BALANCE", "requests.received.individual", "15", "14");
        row("DIS-SUM", "disputes.reconsideration.total", "11", "0");
        row("CARRY-IN", "requests.carried_in.individual", "2", "5");
        row("IN-FORCE", "disclosure.normative.in_force", "421", "420");
    }
    void eachRuleFindsItsFault()
    {
        QFETCH(QString, rule);
        QFETCH(QString, where);
        QFETCH(QString, left);
        QFETCH(QString, right);
        const QHash<QString, QList<Step>> faults{
            {QStringLiteral("CELL-BLANK"), {SetCell{cell("requests.granted.other"), {}}}},
            {QStringLiteral("REQ-ROW"),
                {set("requests.granted.individual", 12), set("requests.received.individual", 12),
                    SetDeclared{cell("requests.granted.total"), Declared{Amount::fromInteger(14)}}}},
            {QStringLiteral("REQ-SUM"),
                {set("requests.granted.business", 2), set("requests.received.business", 2),
                    SetDeclared{cell("requests.total.business"), Declared{Amount::fromInteger(3)}}}},
            {QStringLiteral("REQ-BALANCE"),
                {set("requests.received.individual", 12), set("requests.carried_in.individual", 3),
                    set("requests.granted.individual", 14)}},
            {QStringLiteral("DIS-SUM"),
                {set("disputes.reconsideration.upheld", 10), set("disputes.reconsideration.corrected", 1),
                    SetDeclared{cell("disputes.reconsideration.total"), Declared{Amount()}}}},
            {QStringLiteral("CARRY-IN"),
                {set("requests.carried_in.individual", 2), set("requests.granted.individual", 2),
                    SetPrior{prior(QStringLiteral("2021"), {set("requests.carried_out.individual", 5)})}}},
            {QStringLiteral("IN-FORCE"),
                {set("disclosure.normative.issued", 50), set("disclosure.normative.repealed", 227),
                    set("disclosure.normative.in_force", 421),
                    SetPrior{prior(QStringLiteral("2021"), {set("disclosure.normative.in_force", 597)})}}},
        };
        Report report = test::filledReport(QStringLiteral("2021"), 2022);
        QVERIFY(ofRule(report, rule).isEmpty());
        const auto broken = report.apply({{}, faults.value(rule)});
        QVERIFY(broken);
        const Findings found = ofRule(report, rule);
        QVERIFY(!found.isEmpty());
        QVERIFY(found.first().cells.contains(CellId(where)));
        QCOMPARE(found.first().left, left);
        QCOMPARE(found.first().right, right);
        if (!left.isEmpty())
            QVERIFY2(
                said(found.first().message).contains(left) && said(found.first().message).contains(right),
                qPrintable(said(found.first().message)));
        QVERIFY(report.apply(broken->inverse));
        QVERIFY(ofRule(report, rule).isEmpty());
    }

    void balanceIsPerColumn()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply({{}, {set("requests.received.business", 1)}}));
        const Findings found = ofRule(report, QStringLiteral("REQ-BALANCE"));
        QCOMPARE(found.size(), 2); // the column and the column of totals
        QVERIFY(said(found.first().message).contains(QStringLiteral("新收 1")));
    }

    void aBlankCellSilencesItsEquation()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(
            {{}, {set("requests.received.other", 1), SetCell{cell("requests.carried_out.other"), {}}}}));
        for (const Finding &finding : ofRule(report, QStringLiteral("REQ-BALANCE")))
            QVERIFY(!finding.cells.contains(cell("requests.received.other")));
        QCOMPARE(ofRule(report, QStringLiteral("CELL-BLANK")).size(), 1);
    }

    void aDeclaredTotalWithBlankPartsIsSilent()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {SetCell{cell("disputes.direct.other"), {}},
                SetDeclared{cell("disputes.direct.total"), Declared{Amount::fromInteger(9)}}}}));
        QVERIFY(ofRule(report, QStringLiteral("DIS-SUM")).isEmpty());
    }

    void theCornerIsReportedOnce()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(
            {{}, {SetDeclared{cell("requests.total.total"), Declared{Amount::fromInteger(1)}}}}));
        QCOMPARE(ofRule(report, QStringLiteral("REQ-ROW")).size(), 1);
        QVERIFY(ofRule(report, QStringLiteral("REQ-SUM")).isEmpty());
    }

    void oneBlankFindingATable()
    {
        const Report empty(findForm(QStringLiteral("2021")), 2021);
        const Findings found = ofRule(empty, QStringLiteral("CELL-BLANK"));
        QCOMPARE(found.size(), 3);
        QCOMPARE(found[0].cells.size(), 10);
        QCOMPARE(found[1].cells.size(), 25 * 7);
        QCOMPARE(found[2].cells.size(), 15);
    }

    void yearsOfDifferentLayoutsAreNotCompared()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(
            {{}, {SetPrior{prior(QStringLiteral("2019"), {})}, set("disclosure.normative.in_force", 7)}}));
        QVERIFY(ofRule(report, QStringLiteral("IN-FORCE")).isEmpty());
    }

    void oldForm_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("findings");
        QTest::newRow("2021 in its form") << QStringLiteral("2021") << 2021 << 0;
        QTest::newRow("2021 in one row") << QStringLiteral("2021-single-other") << 2021 << 1;
        QTest::newRow("2020 in the form of 2019") << QStringLiteral("2019") << 2020 << 0;
        QTest::newRow("2023 in the form of 2019") << QStringLiteral("2019") << 2023 << 1;
    }
    void oldForm()
    {
        QFETCH(QString, form);
        QFETCH(int, year);
        QFETCH(int, findings);
        QCOMPARE(ofRule(test::filledReport(form, year), QStringLiteral("FORM-OLD")).size(), findings);
    }

    void errorsComeFirst()
    {
        Report report = test::filledReport(QStringLiteral("2021-single-other"), 2023);
        QVERIFY(report.apply({{},
            {SetFact{QLatin1String(fact::kTitle), QStringLiteral("年报")},
                SetCell{cell("disputes.direct.other"), {}}}}));
        const Findings findings = check(report, RuleSet());
        QVERIFY(findings.size() >= 3);
        QVERIFY(std::is_sorted(findings.begin(), findings.end(),
            [](const Finding &a, const Finding &b) { return a.level < b.level; }));
        QCOMPARE(int(verdict(findings)), int(Verdict::Fail));
    }

    void verdictNeedsFindings()
    {
        Findings findings{Finding{{}, Level::Explain}};
        QCOMPARE(toString(verdict(findings)), QStringLiteral("explain"));
        findings[0].explained = true;
        QCOMPARE(toString(verdict(findings)), QStringLiteral("pass"));
        findings.append(Finding{{}, Level::Hint});
        QCOMPARE(toString(verdict(findings)), QStringLiteral("pass"));
    }

    void balancesInWords()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {set("requests.received.individual", 12), set("requests.carried_in.individual", 3),
                set("requests.granted.individual", 14)}}));
        const auto lines = balances(report, TableId(QStringLiteral("requests")));
        QCOMPARE(lines.size(), 7);
        QCOMPARE(said(lines.first().words), QStringLiteral("新收 12 ＋ 上年结转 3 ≠ 办结 14 ＋ 结转下年 0"));
        QCOMPARE(lines.first().difference, QStringLiteral("1"));
        QCOMPARE(int(lines[1].state), int(Balance::State::Equal));
        QVERIFY(balances(report, TableId(QStringLiteral("disclosure"))).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ChecksTest)
#include "tst_checks.moc"
