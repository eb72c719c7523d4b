// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "livefigures.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {

Report withFigures()
{
    Report report = test::filledReport();
    Report prior = test::filledReport(QStringLiteral("2021"), 2020);
    const auto set = [](const char *cell, qint64 value) {
        return SetCell{CellId(QLatin1String(cell)), Amount::fromInteger(value)};
    };
    Change change;
    change.steps = {set("requests.received.individual", 8), set("requests.received.business", 2),
        set("requests.refused_internal.individual", 3), set("requests.refused_third_party.business", 1),
        set("requests.granted.individual", 5), set("requests.granted.business", 1),
        set("disputes.direct.upheld", 2), set("disputes.after_reconsideration.pending", 1),
        SetCell{CellId(QStringLiteral("disclosure.licences.decisions")), {}},
        SetChannels{{{QStringLiteral("政府网站"), 105, {{QStringLiteral("人事任免"), 7}}},
            {QStringLiteral("微信公众号“柳林在线”"), 20, {}}}}};
    const auto before = prior.apply({{}, {set("requests.received.individual", 4)}});
    change.steps.append(SetPrior{std::make_shared<const Report>(prior)});
    if (!before || !report.apply(change))
        qFatal("the report cannot be made");
    return report;
}

} // namespace

class LiveFiguresTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void expressions_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("shown");
        const auto known = [](const char *expression, const char *shown) {
            QTest::newRow(expression)
                << QString::fromUtf8(expression) << int(LiveValue::State::Known) << QString::fromUtf8(shown);
        };
        known("requests.received.total", "10");
        known(" requests.received.total ", "10");
        known("requests.refused.total", "4");
        known("requests.refused.individual", "3");
        known("disputes.litigation.total", "3");
        known("channels.total", "125");
        known("channels[\"政府网站\"]", "105");
        known("channels[\"政府网站\"][\"人事任免\"]", "7");
        known("channels[\"微信公众号“柳林在线”\"]", "20");
        known("percent(requests.granted.total, requests.total.total)", "60.0%");
        known("percent(requests.refused.total,requests.total.total)", "40.0%");
        known("change(requests.received.total)", "增加6");
        known("growth(requests.received.total)", "增长150.0%");
        known("change(requests.carried_in.total)", "持平");
        known("prior(requests.received.individual)", "4");
        known("sum(requests.received.business, requests.received.individual)", "10");
        known("percent(prior(requests.received.total), requests.received.total)", "40.0%");
        QTest::newRow("a blank cell") << QStringLiteral("disclosure.licences.decisions")
                                      << int(LiveValue::State::Blank) << QStringLiteral("＿＿");
        QTest::newRow("a share of nothing")
            << QStringLiteral("percent(requests.granted.total, requests.carried_in.total)")
            << int(LiveValue::State::Blank) << QStringLiteral("＿＿");
        for (const char *wrong : {"", "requests", "requests.received", "requests.receivd.total", "a.b.c.d",
                 "channels[\"电台\"]", "channels", "channels[\"政府网站\"", "percent(requests.granted.total)",
                 "percent()", "percent(", "sum(requests.received.total", "root(requests.received.total)",
                 "change(requests.received.total, requests.total.total, 3)", "prior()",
                 "sum(sum(sum(sum(sum(sum(", "requests.received.total extra", "1+1", "{{",
                 "percent(percent(a,b),c)"}) {
            QTest::newRow(qPrintable(QStringLiteral("unknown: %1").arg(QLatin1String(wrong))))
                << QString::fromUtf8(wrong) << int(LiveValue::State::Unknown)
                << QStringLiteral("{{%1}}").arg(QString::fromUtf8(wrong));
        }
    }
    void expressions()
    {
        QFETCH(QString, expression);
        QFETCH(int, state);
        QFETCH(QString, shown);
        const LiveValue value = evaluateLive(withFigures(), expression);
        QCOMPARE(int(value.state), state);
        QCOMPARE(value.text, shown);
    }

    void aTextShowsItsFiguresAndKnowsTheWayBack()
    {
        const Report report = withFigures();
        const QString stored
            = QStringLiteral("收到{{requests.received.total}}件，公开{{channels.total}}条。");
        const ShownText shown = shownText(report, stored);
        QCOMPARE(shown.text, QStringLiteral("收到10件，公开125条。"));
        QCOMPARE(shown.live.size(), 2);
        QCOMPARE(shown.toStored(0), 0);
        QCOMPARE(shown.toStored(3), 2); // inside the first: its beginning
        QCOMPARE(shown.toStored(shown.text.indexOf(u'件')), stored.indexOf(u'件'));
        QCOMPARE(shown.toStored(shown.text.indexOf(u'条')), stored.indexOf(u'条'));
        QVERIFY(shown.liveAt(2, 3) && !shown.liveAt(4, 5));
        QCOMPARE(shownText(report, QStringLiteral("没有{{完")).text, QStringLiteral("没有{{完"));
    }

    void everyChoiceHasAValueAndAName()
    {
        const Report report = withFigures();
        const auto choices = liveChoices(report);
        QVERIFY(choices.size() > 200);
        for (const LiveChoice &choice : choices) {
            QVERIFY2(evaluateLive(report, choice.expression).state != LiveValue::State::Unknown,
                qPrintable(choice.expression));
            QVERIFY(!choice.label.isEmpty() && !choice.group.isEmpty());
        }
    }

    /// A number replaced by the live figure its finding offers is right and stays right.
    void aFindingOffersTheFigureThatIsRight_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("wrong"); // figures of it
        QTest::addColumn<QString>("right");
        QTest::newRow("figures that were typed") << QStringLiteral("收到申请12件，不予公开5件。") << 2
                                                 << QStringLiteral("收到申请10件，不予公开4件。");
        // between others: what is stored of it is longer than what is shown
        QTest::newRow("a live one of another cell")
            << QStringLiteral(
                   "公开{{channels.total}}条，收到申请{{requests.received.individual}}件，办结良好。")
            << 1 << QStringLiteral("公开125条，收到申请10件，办结良好。");
    }
    void aFindingOffersTheFigureThatIsRight()
    {
        QFETCH(QString, text);
        QFETCH(int, wrong);
        QFETCH(QString, right);
        Report report = withFigures();
        const SectionId section(QStringLiteral("overview"));
        QVERIFY(report.apply({{}, {InsertSubSection{section, 1, {QStringLiteral("依申请公开"), text}}}}));
        int bound = 0;
        for (;;) {
            const Findings findings = check(report, RuleSet());
            const auto found = std::find_if(findings.begin(), findings.end(),
                [](const Finding &f) { return f.place.toString() == u"overview/2" && !f.binding.isEmpty(); });
            if (found == findings.end())
                break;
            QString mended = report.subSections(section).at(1).text;
            mended.replace(found->numberStart, found->numberLength, liveMarkup(found->binding));
            QVERIFY(report.apply({{}, {SetText{section, 1, mended}}}));
            QVERIFY(++bound < 5);
        }
        QCOMPARE(bound, wrong);
        QCOMPARE(shownText(report, report.subSections(section).at(1).text).text, right);
    }

    void figuresFollowTheirCells_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *stored, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(stored) << QString::fromUtf8(expected);
        };
        row("one", "共{{a.b.c}}件", "共{{A.b.c}}件");
        row("in a function", "{{percent(a.b.c, x.y.z)}}", "{{percent(A.b.c, A.y.z)}}");
        row("a channel's name stays", "{{channels[\"a.b.c\"]}}", "{{channels[\"a.b.c\"]}}");
        row("words without braces stay", "a.b.c {{d.e.f}} a.b.c", "a.b.c {{A.e.f}} a.b.c");
        row("what is not closed stays", "{{a.b.c}}，{{d.e.f", "{{A.b.c}}，{{d.e.f");
        row("two words are no cell", "{{channels.total}}", "{{channels.total}}");
    }
    void figuresFollowTheirCells()
    {
        QFETCH(QString, stored);
        QFETCH(QString, expected);
        QCOMPARE(withRenamedCells(stored,
                     [](const CellId &cell) {
                         return CellId(TableId(QStringLiteral("A")), cell.row(), cell.column());
                     }),
            expected);
    }
};

QTEST_GUILESS_MAIN(LiveFiguresTest)
#include "tst_livefigures.moc"
