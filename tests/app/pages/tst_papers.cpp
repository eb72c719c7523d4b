// SPDX-License-Identifier: MulanPSL-2.0
#include "balances.h"
#include "checks.h"
#include "headline.h"
#include "pagewalk.h"
#include "paginate.h"
#include "papers.h"
#include "reportmanuscript.h"
#include "testreports.h"

#include <QTest>

#include <cmath>

using namespace nianbao;
using namespace nianbao::test;

class PapersTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const FontSet> m_fonts;

    PageDocument paper(Paper which, const Report &report, const Findings &findings)
    {
        return paginate(manuscriptOf(which, report, findings), pageStyle(), m_fonts);
    }
    PageDocument paper(Paper which, const Report &report)
    {
        return paper(which, report, check(report, RuleSet()));
    }

    static Report withPrior()
    {
        Report report = sampleReport(QStringLiteral("suqian-2024"));
        const auto prior = std::make_shared<const Report>(sampleReport(QStringLiteral("suqian-2023")));
        if (!report.apply(Change::of({}, SetPrior{prior})))
            qFatal("the prior report cannot be set");
        return report;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        m_fonts = *fonts;
    }

    void theReviewDraftIsTheReportMarkedAndNumbered()
    {
        const Report report = sampleReport(QStringLiteral("hongze-2023"));
        const PageDocument plain = paginate(manuscriptOf(report), pageStyle(), m_fonts);
        const PageDocument draft = paper(Paper::Review, report);
        QVERIFY(draft.pages.size() > plain.pages.size());
        for (size_t i = 0; i < plain.pages.size(); ++i) {
            QCOMPARE(draft.pages[i].ground.size(), size_t(1));
            for (const Line &line : linesOf(draft, draft.pages[i])) {
                const bool isNumbered = std::any_of(
                    draft.pages[i].runs.begin(), draft.pages[i].runs.end(), [&](const GlyphRun &run) {
                        return run.role == InkRole::LineNumber && run.baseline == line.baseline
                            && textOf(run) == QString::number(slotOf(line.baseline) + 1)
                            && double(run.glyphs.back().x) < pageStyle().left - 4;
                    });
                QVERIFY2(isNumbered, qPrintable(line.text));
            }
        }
        const QString text = textOf(draft);
        for (const Finding &finding : check(report, RuleSet()))
            QVERIFY2(text.contains(bare(finding.message.in(Language::Chinese))),
                qPrintable(finding.message.in(Language::Chinese)));
        QVERIFY(text.contains(QStringLiteral("没有上一年的报告")));
    }

    void theCheckSheetHasVerdictFindingsBalancesAndBothYears()
    {
        Report report = withPrior();
        QVERIFY(report.apply(Change::of(
            {}, SetCell{CellId(QStringLiteral("requests.granted.other")), Amount::fromInteger(8642)})));
        const Findings findings = check(report, RuleSet());
        QVERIFY(!findings.isEmpty());
        const QString text = textOf(paper(Paper::Checks, report, findings));
        QVERIFY(text.contains(bare(headLine(report, findings).in(Language::Chinese))));
        QVERIFY(text.contains(QStringLiteral("数据有误")));
        for (const Finding &finding : findings)
            QVERIFY2(text.contains(bare(finding.message.in(Language::Chinese))),
                qPrintable(finding.message.in(Language::Chinese)));
        const auto equations = balances(report, TableId(QStringLiteral("requests")));
        QCOMPARE(equations.size(), 7);
        for (const Balance &balance : equations)
            QVERIFY2(text.contains(bare(balance.words.in(Language::Chinese))),
                qPrintable(balance.words.in(Language::Chinese)));
        const CellId received(QStringLiteral("requests.received.total"));
        const auto now = report.value(received)->toString();
        const auto before = report.prior()->value(received)->toString();
        QVERIFY(text.contains(before + now));
    }

    void explanationsAndSwitchedOffRulesArePrinted()
    {
        Report report = filledReport();
        QVERIFY(report.apply({{},
            {SetText{SectionId(QStringLiteral("problems")), 0, QStringLiteral("柳林镇镇今后改进。")},
                SetFact{QLatin1String(fact::kName), QStringLiteral("清河县柳林镇人民政府")},
                SetCell{CellId(QStringLiteral("disclosure.regulations.in_force")), Amount::fromInteger(2)},
                SetRuleOff{RuleId(QStringLiteral("DUP")), QStringLiteral("地名如此")}}}));
        const Findings findings = check(report, RuleSet());
        const auto found = std::find_if(findings.begin(), findings.end(),
            [](const Finding &finding) { return finding.rule.toString() == u"NO-POWER"; });
        QVERIFY(found != findings.end());
        QVERIFY(report.apply({{},
            {SetExplanation{
                found->key, Explanation{QStringLiteral("历史遗留两件"), found->operands(), {}, {}}}}}));
        const QString text = textOf(paper(Paper::Checks, report));
        QVERIFY(text.contains(QStringLiteral("历史遗留两件")));
        QVERIFY(text.contains(QStringLiteral("地名如此")));
        QVERIFY(!text.contains(QStringLiteral("镇镇")));
    }

    void liveFiguresArePrintedAsPlainText()
    {
        Report report = filledReport();
        QVERIFY(report.apply({{},
            {SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7316)},
                SetText{SectionId(QStringLiteral("other")), 0,
                    QStringLiteral("收到申请{{requests.received.total}}件。")}}}));
        const QString text = textOf(paper(Paper::Report, report));
        QVERIFY(text.contains(QStringLiteral("收到申请7316件")));
        QVERIFY(!text.contains(QStringLiteral("{{")));
    }

    void changesAreInFiguresAndPerCent()
    {
        Report prior = filledReport();
        Report report = filledReport();
        const CellId cell(QStringLiteral("disclosure.licences.decisions"));
        QVERIFY(prior.apply(Change::of({}, SetCell{cell, Amount::fromInteger(40)})));
        QVERIFY(report.apply({{},
            {SetCell{cell, Amount::fromInteger(30)}, SetPrior{std::make_shared<const Report>(prior)}}, {}}));
        QVERIFY(textOf(paper(Paper::Checks, report)).contains(QStringLiteral("4030−10（−25.0%）")));
    }

    void anOrdinaryCheckSheetHasAtMostTwoPages()
    {
        for (const QString &name : sampleNames()) {
            if (name != u"longest")
                QVERIFY2(paper(Paper::Checks, sampleReport(name)).pages.size() <= 2, qPrintable(name));
        }
        QVERIFY(textOf(paper(Paper::Checks, filledReport(), {})).contains(QStringLiteral("没有发现问题")));
    }

    void theSignOffSheetNamesThePeople()
    {
        Report report = filledReport();
        QVERIFY(report.apply({{},
            {SetFact{QLatin1String(fact::kDrafted), QStringLiteral("张一")},
                SetFact{QLatin1String(fact::kChecked), QStringLiteral("李二")},
                SetFact{QLatin1String(fact::kCountersigned), QStringLiteral("王三")},
                SetFact{QLatin1String(fact::kSigned), QStringLiteral("赵四")}},
            {}}));
        const PageDocument sheet = paper(Paper::SignOff, report);
        QCOMPARE(sheet.pages.size(), size_t(1));
        const QString text = textOf(sheet);
        for (const char *words : {"拟稿张一", "核稿李二", "会签王三", "签发赵四"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    }

    void aLongTableRepeatsItsHeadAndStaysOnThePaper()
    {
        Findings many;
        for (int i = 0; i < 80; ++i) {
            Finding finding;
            finding.rule = RuleId(QStringLiteral("REQ-SUM"));
            finding.message
                = QStringLiteral("第%1个问题，说明文字长到要占两行以上才能放得下，所以这一页放不完。").arg(i);
            many.append(finding);
        }
        const PageStyle &style = pageStyle();
        const PageDocument sheet = paper(Paper::Checks, filledReport(), many);
        QVERIFY(sheet.pages.size() > 2);
        for (const Page &page : sheet.pages) {
            for (const GlyphRun &run : page.runs) {
                if (run.role != InkRole::PageNumber)
                    QVERIFY(run.baseline < style.top + style.typeHeight + 0.1);
            }
        }
        for (size_t i = 0; i < 2; ++i) {
            QString page;
            for (const GlyphRun &run : sheet.pages[i].runs)
                page += textOf(run);
            QVERIFY(page.contains(QStringLiteral("级别")));
        }
        const QString text = textOf(sheet);
        for (int i = 0; i < 80; ++i)
            QVERIFY(text.contains(QStringLiteral("第%1个问题").arg(i)));
    }

    void everyPaperHasItsWord()
    {
        for (const char *word : {"report", "review", "checks", "signoff"})
            QVERIFY(paperFromWord(QLatin1String(word)));
        QVERIFY(!paperFromWord(QStringLiteral("poster")));
        QVERIFY(!paperFromWord({}));
    }

    void whatWentIsStruckOutAndWhatCameIsUnderlined()
    {
        Manuscript manuscript;
        ParagraphBlock paragraph;
        paragraph.changes = {{ChangedWords::Kind::Kept, QStringLiteral("本年收到 ")},
            {ChangedWords::Kind::Deleted, QStringLiteral("三 件")},
            {ChangedWords::Kind::Inserted, QStringLiteral("五")},
            {ChangedWords::Kind::Kept, QStringLiteral("。")}};
        manuscript.parts.push_back({Manuscript::Part::Kind::OfficePaper, {paragraph}});
        const PageDocument document = paginate(manuscript, pageStyle(), m_fonts);
        const Page &page = document.pages.front();
        QVERIFY(textOf(document).contains(QStringLiteral("本年收到三件五。"))); // without blanks
        QCOMPARE(page.fills.size(), size_t(2));
        QCOMPARE(page.shapes.size(), size_t(2));
        const auto glyphAt = [&](char32_t character) {
            for (const GlyphRun &run : page.runs) {
                for (const Glyph &glyph : run.glyphs) {
                    if (glyph.character == character)
                        return QPointF(double(glyph.x), run.baseline);
                }
            }
            return QPointF();
        };
        const QRectF struck = page.shapes[0].path.boundingRect();
        const QRectF under = page.shapes[1].path.boundingRect();
        QVERIFY(std::abs(struck.left() - glyphAt(U'三').x()) < 0.5);
        QVERIFY(struck.right() < glyphAt(U'五').x() - 0.5); // apart from what came
        QVERIFY(struck.bottom() < glyphAt(U'三').y()); // through the words
        QVERIFY(under.top() > glyphAt(U'五').y()); // under them
        QVERIFY(std::abs(under.left() - glyphAt(U'五').x()) < 0.5);
    }
};

QTEST_GUILESS_MAIN(PapersTest)
#include "tst_papers.moc"
