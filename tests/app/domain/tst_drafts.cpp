// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "comparison.h"
#include "drafts.h"
#include "livefigures.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {
CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }
} // namespace

class DraftsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zeroHasItsOwnSentence()
    {
        const Report report = test::filledReport();
        QCOMPARE(draftParagraph(report, Draft::Requests),
            QStringLiteral("2021年，未收到政府信息公开申请，没有上年结转的申请。"));
        QVERIFY(draftParagraph(report, Draft::Disputes).contains(QStringLiteral("未因政府信息公开")));
        QVERIFY(draftParagraph(report, Draft::Fee).contains(QStringLiteral("未收取信息处理费")));
        QVERIFY(draftParagraph(report, Draft::Disclosure).contains(QStringLiteral("未制发行政规范性文件")));
    }

    void aBlankFigureIsNoZero()
    {
        Report report = test::filledReport();
        Change blank;
        for (const char *column : {"individual", "business", "research", "welfare", "legal_service", "other"})
            blank.steps.append(
                SetCell{CellId(QStringLiteral("requests.received.%1").arg(QLatin1String(column))), {}});
        QVERIFY(report.apply(blank));
        QVERIFY(
            draftParagraph(report, Draft::Requests).contains(QStringLiteral("{{requests.received.total}}")));
    }

    void draftsFollowTheTables()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply({{},
            {set("requests.received.individual", 3), set("requests.granted.individual", 2),
                set("requests.carried_out.individual", 1), set("disputes.reconsideration.upheld", 2)}}));
        const auto shown = [&](Draft draft) { return shownText(report, draftParagraph(report, draft)).text; };
        QVERIFY(shown(Draft::Requests).contains(QStringLiteral("收到政府信息公开申请3件；办结申请2件")));
        QVERIFY(shown(Draft::Disputes).contains(QStringLiteral("被申请行政复议2件")));
        QVERIFY(shown(Draft::Disputes).contains(QStringLiteral("未被提起行政诉讼")));
    }

    void nextYearCopiesNoFigureAndNoText()
    {
        Report last = test::sampleReport(QStringLiteral("zhangcun-2021"));
        QVERIFY(last.apply({{},
            {SetExplanation{QStringLiteral("JUMP|a"), Explanation{QStringLiteral("属实")}},
                SetRuleOff{RuleId(QStringLiteral("DUP")), QStringLiteral("地名")}}}));
        const Report report = nextYear(last);
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
        for (const Finding &finding : check(report))
            QVERIFY(finding.rule.toString() != u"FORM-OLD");
        QVERIFY(report.apply(done->inverse));
        QVERIFY(report == before);
    }

    void theNewestFormIsNotConverted() { QVERIFY(!conversion(test::filledReport())); }

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

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
