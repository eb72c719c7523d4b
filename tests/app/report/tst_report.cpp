// SPDX-License-Identifier: MulanPSL-2.0
#include "report.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {

CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }
const SectionId kOverview(QStringLiteral("overview"));

std::optional<Amount> count(qint64 value) { return Amount::fromInteger(value); }

} // namespace

class ReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *id, const char *text, ErrorCode code) {
            QTest::newRow(name) << QString::fromLatin1(id) << QString::fromLatin1(text) << int(code);
        };
        row("a computed cell", "requests.received.total", "1", ErrorCode::ComputedCell);
        row("an unknown cell", "requests.received.dog", "1", ErrorCode::UnknownCell);
        row("an unknown table", "cats.received.total", "1", ErrorCode::UnknownCell);
        row("a negative count", "requests.received.individual", "-1", ErrorCode::NegativeNotAllowed);
        row("a fraction of a case", "requests.received.individual", "1.5", ErrorCode::TooManyDecimals);
        row("a text", "requests.received.individual", "x", ErrorCode::NotANumber);
        row("negative money", "disclosure.fees.amount", "-0.5", ErrorCode::NegativeNotAllowed);
        row("seven places of money", "disclosure.fees.amount", "0.1234567", ErrorCode::TooManyDecimals);
    }
    void refuses()
    {
        QFETCH(QString, id);
        QFETCH(QString, text);
        QFETCH(int, code);
        const auto parsed = parseCell(*findForm(QStringLiteral("2021")), CellId(id), text);
        QVERIFY(!parsed);
        QCOMPARE(int(parsed.error().code), code);
        QCOMPARE(parsed.error().where, id);
    }

    void changeMayBeNegativeWhereTheFormSaysSo()
    {
        const auto parsed = parseCell(
            *findForm(QStringLiteral("2019")), cell("disclosure.licences.change"), QStringLiteral("-3"));
        QVERIFY(parsed);
        QCOMPARE(parsed->value->toString(), QStringLiteral("-3"));
    }

    void allStepsOrNone()
    {
        Report report = test::filledReport();
        const Report before = report;
        const auto done
            = report.apply({{}, {set("requests.received.individual", 5), set("requests.received.total", 5)}});
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(ErrorCode::ComputedCell));
        QVERIFY(report == before);
    }

    void inverseGoesBack_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < int(std::variant_size_v<StepKinds>); ++kind)
            QTest::addRow("step %d", kind) << kind;
    }
    void inverseGoesBack()
    {
        QFETCH(int, kind);
        const QList<Step> steps{set("requests.received.individual", 5),
            SetNote{cell("disclosure.normative.issued"), QStringLiteral("其中修订16件")},
            SetDeclared{cell("requests.received.total"), Declared{count(9)}},
            SetFact{QLatin1String(fact::kPhone), QStringLiteral("0631-5757166")},
            InsertSubSection{kOverview, 1, {QStringLiteral("主动公开"), QStringLiteral("文字")}},
            RemoveSubSection{kOverview, 0}, MoveSubSection{SectionId(QStringLiteral("other")), 0, 1},
            SetHeading{kOverview, 0, QStringLiteral("概述")}, SetText{kOverview, 0, QStringLiteral("新")},
            SetChannels{{{QStringLiteral("政府网站"), 105, {{QStringLiteral("机关简介"), 1}}}}},
            SetIllustrations{
                {{*Place::parse(QStringLiteral("overview/1")), 0, QStringLiteral("chart"), {}, {}, {}}}},
            SetPrior{std::make_shared<const Report>(test::filledReport(QStringLiteral("2019"), 2020))},
            SetReview{{ReviewState::InReview, 2}},
            SetChain{{{QStringLiteral("签发"), QStringLiteral("陈立")}}},
            SetExplanation{QStringLiteral("TITLE|title|x"), Explanation{QStringLiteral("惯例"), {}, {}, {}}},
            SetRuleOff{RuleId(QStringLiteral("DUP")), QStringLiteral("地名")},
            SetComment{1, Comment{Place::report(), QStringLiteral("写清楚"), QStringLiteral("陈立"), {}}},
            MoveComment{1, Place::subSection(kOverview, 0), true},
            SetForm{QStringLiteral("2021-single-other")}};
        QCOMPARE(int(steps[kind].index()), kind);
        Report report = test::filledReport();
        if (std::holds_alternative<MoveComment>(steps[kind])) // of one that is there
            QVERIFY(report.apply(Change::of({}, SetComment{1, Comment{Place::report(), {}, {}, {}}})));
        if (std::holds_alternative<SetForm>(steps[kind])) { // its cells must have a place in the new form
            for (const CellId &id : report.spec().table(TableId(QStringLiteral("requests")))->cells) {
                if (id.row().startsWith(QStringLiteral("other_")) && !report.spec().cell(id)->isComputed())
                    QVERIFY(report.apply({{}, {SetCell{id, {}}}}));
            }
        }
        QVERIFY(report.apply({{},
            {InsertSubSection{SectionId(QStringLiteral("other")), 1, {}},
                SetText{SectionId(QStringLiteral("other")), 1, QStringLiteral("二")}}}));
        const Report before = report;
        const auto delta = report.apply({{}, {steps[kind]}});
        QVERIFY(delta);
        QVERIFY(!delta->isEmpty());
        QVERIFY(!(report == before));
        const auto back = report.apply(delta->inverse);
        QVERIFY(back);
        QVERIFY(report == before);
        const auto again = report.apply(back->inverse);
        QVERIFY(again);
        QVERIFY(!(report == before));
    }

    void sameValueIsNoChange()
    {
        Report report = test::filledReport();
        const auto delta = report.apply({{}, {set("requests.received.individual", 0)}});
        QVERIFY(delta);
        QVERIFY(delta->isEmpty());
        QVERIFY(delta->inverse.steps.isEmpty());
    }

    void placesThatDoNotExist_data()
    {
        QTest::addColumn<int>("row");
        for (int row = 0; row < 8; ++row)
            QTest::addRow("place %d", row) << row;
    }
    void placesThatDoNotExist()
    {
        QFETCH(int, row);
        const QList<Step> steps{SetText{kOverview, 7, {}}, RemoveSubSection{kOverview, -1},
            MoveSubSection{kOverview, 0, 9}, InsertSubSection{SectionId(QStringLiteral("requests")), 0, {}},
            SetHeading{SectionId(QStringLiteral("nowhere")), 0, {}},
            SetFact{QStringLiteral("organisation.dog"), QStringLiteral("x")},
            SetRuleOff{RuleId(QStringLiteral("dup")), QStringLiteral("x")},
            SetRuleOff{RuleId(QString(41, u'A')), QStringLiteral("x")}};
        Report report = test::filledReport();
        const auto done = report.apply({{}, {steps[row]}});
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(row == 5 ? ErrorCode::UnknownFact : ErrorCode::NoSuchPlace));
    }

    void kindFromTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const char *kind) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(kind);
        };
        row("威海市环翠区张村镇人民政府", "town");
        row("宿迁市人民政府", "city");
        row("淮安市洪泽区人民政府", "district");
        row("某区某街道办事处", "street");
        row("沭阳县人民政府", "county");
        row("沭阳县发展和改革局", "department");
        row("某市国有资产监督管理委员会", "department");
        row("某县卫生健康委员会", "department");
        row("威海火炬高技术产业开发区管理委员会", "zone");
        row("威海经济技术开发区管委会", "zone");
        row("某市高新区", "zone");
        row("某风景名胜区管理委员会", "zone");
        row("山东大学", "college");
        row("某市职业技术学院", "college");
        row("某县第一中学", "college");
        row("某市人民医院", "hospital");
        row("某镇卫生院", "hospital");
        row("某市水务集团有限公司", "enterprise");
        row("某燃气集团", "enterprise");
        row("某街道某社区", ""); // no district
        row("广西壮族自治区人民政府", "");
        row("某州人民政府", "city");
        row("某旗人民政府", "county");
        row("某中心", "");
        row("镇", "town");
        row("", "");
    }
    void kindFromTheName()
    {
        QFETCH(QString, name);
        QFETCH(QString, kind);
        Report report(findForm(QStringLiteral("2021")), 2021);
        QVERIFY(report.apply({{}, {SetFact{QLatin1String(fact::kName), name}}}));
        QCOMPARE(report.kind(), kind);
    }

    void ownNamesLeaveSuperiorsOut()
    {
        Report report(findForm(QStringLiteral("2021")), 2021);
        QVERIFY(report.apply(
            {{}, {SetFact{QLatin1String(fact::kName), QStringLiteral("威海市环翠区张村镇人民政府")}}}));
        const QStringList names = report.ownNames();
        QVERIFY(names.contains(QStringLiteral("张村镇")));
        QVERIFY(names.contains(QStringLiteral("环翠区张村镇人民政府")));
        QVERIFY(!names.contains(QStringLiteral("人民政府")));
    }

    void introductionLeavesOutWhatIsNotKnown()
    {
        Report report(findForm(QStringLiteral("2021")), 2021);
        QVERIFY(report.apply({{},
            {SetFact{QLatin1String(fact::kName), QStringLiteral("柳林镇人民政府")},
                SetFact{QLatin1String(fact::kPhone), QStringLiteral("0517-1234567")}}}));
        const QString draft = report.introductionDraft();
        QVERIFY(draft.contains(QStringLiteral("柳林镇人民政府")));
        QVERIFY(draft.contains(QStringLiteral("2021年1月1日")));
        QVERIFY(draft.contains(QStringLiteral("2021年12月31日")));
        QVERIFY(!draft.contains(u'{'));
        QVERIFY(!draft.contains(QStringLiteral("[[")));
    }

    void progressComesFromData()
    {
        Report report(findForm(QStringLiteral("2021")), 2021);
        const SectionId disputes(QStringLiteral("disputes"));
        QCOMPARE(progress(report, disputes).total, 12); // three totals are computed
        QVERIFY(report.apply({{}, {set("disputes.direct.upheld", 0)}}));
        QCOMPARE(progress(report, disputes).filled, 1);
        QVERIFY(progress(test::filledReport(), disputes).isComplete());
        QVERIFY(!progress(report, kOverview).isComplete());
    }

    /// A text counts as much as a table of 150 cells.
    void eachPartCountsAlike()
    {
        Report report = test::filledReport();
        const int before = percentFilled(report);
        for (const SectionSpec &section : report.spec().sections) {
            for (int i = 0; i < int(report.subSections(section.id).size()); ++i)
                QVERIFY(report.apply({{}, {SetText{section.id, i, {}}}}));
        }
        QVERIFY2(percentFilled(report) <= before - 36, qPrintable(QString::number(percentFilled(report))));
        QVERIFY(percentFilled(Report(findForm(QStringLiteral("2021")), 2021)) < 5);
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
