// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {

int found(const Report &report, const char *rule)
{
    const Findings findings = check(report, RuleSet());
    return int(std::count_if(findings.begin(), findings.end(),
        [rule](const Finding &f) { return f.rule.toString() == QLatin1String(rule); }));
}

Report withFact(const char *key, const QString &value)
{
    Report report = test::filledReport();
    if (!report.apply({{}, {SetFact{QLatin1String(key), value}}}))
        qFatal("the fact was refused");
    return report;
}

} // namespace

class ContentChecksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void title_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("findings");
        const auto row = [](const char *name, const char *title, int findings) {
            QTest::newRow(name) << QString::fromUtf8(title) << findings;
        };
        row("full name", "清河县柳林镇人民政府2021年政府信息公开工作年度报告", 0);
        row("short name", "柳林镇2021年政府信息公开工作年度报告", 0);
        row("without superiors", "柳林镇人民政府2021年政府信息公开工作年度报告", 0);
        row("year first", "2021年柳林镇政府信息公开工作年度报告", 0);
        row("broken in two lines", "清河县柳林镇\n2021年政府信息公开工作年度报告", 0);
        row("工作 is lost", "柳林镇人民政府2021年政府信息公开年度报告", 1);
        row("last year's", "柳林镇人民政府2020年政府信息公开工作年度报告", 1);
        row("the neighbour's", "杏林镇人民政府2021年政府信息公开工作年度报告", 1);
        row("not stated: made by the program", "", 0);
    }
    void title()
    {
        QFETCH(QString, title);
        QFETCH(int, findings);
        QCOMPARE(found(withFact(fact::kTitle, title), "TITLE"), findings);
    }

    void period_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("findings");
        const auto row = [](const char *name, const char *text, int findings) {
            QTest::newRow(name) << QString::fromUtf8(text) << findings;
        };
        row("usual", "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。", 0);
        row("year said once", "统计期限为2021年1月1日至12月31日。", 0);
        row("from … to", "本年度报告中所列数据统计期限从2021年1月1日到12月31日止。", 0);
        row("full-width digits", "统计期限自２０２１年１月１日起至２０２１年１２月３１日止。", 0);
        row("Chinese numerals", "统计期限自二〇二一年一月一日起至二〇二一年十二月三十一日止。", 0);
        row("a dash", "数据统计期限：2021年1月1日—2021年12月31日。", 0);
        row("no period", "现公布年度报告。", 0);
        row("last year's period", "统计期限自2020年1月1日起至2020年12月31日止。", 1);
        row("ends in November", "统计期限自2021年1月1日起至2021年11月30日止。", 1);
        row("starts on the second", "统计期限自2021年1月2日起至2021年12月31日止。", 1);
        row("ends a year later", "统计期限自2021年1月1日起至2022年12月31日止。", 1);
        row("日 is lost", "统计期限自2021年1月1日起至2021年12月31止。", 1);
        row("no year", "统计期限自1月1日起至12月31日止。", 1);
        row("no end", "统计期限自2021年1月1日起。", 1);
        row("another period of another thing", "2021年3月1日至6月30日开展了公开日活动。", 0);
    }
    void period()
    {
        QFETCH(QString, text);
        QFETCH(int, findings);
        QCOMPARE(found(withFact(fact::kIntroduction, text), "PERIOD"), findings);
    }

    void periodIsReadInSectionsToo()
    {
        Report report = test::filledReport();
        const SetText wrong{SectionId(QStringLiteral("other")), 0,
            QStringLiteral("没有收取信息处理费。统计期限自2020年1月1日起至2020年12月31日止。")};
        QVERIFY(report.apply({{}, {wrong}}));
        const Findings findings = check(report, RuleSet());
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().place.toString(), QStringLiteral("other/1"));
        QCOMPARE(int(findings.first().level), int(Level::Explain));
        QVERIFY(said(findings.first().message).contains(QStringLiteral("2020年1月1日")));
    }

    void emptySection()
    {
        Report report = test::filledReport();
        QCOMPARE(found(report, "SEC-EMPTY"), 0);
        QVERIFY(
            report.apply({{}, {SetText{SectionId(QStringLiteral("problems")), 0, QStringLiteral(" \n")}}}));
        QCOMPARE(found(report, "SEC-EMPTY"), 1);
        QVERIFY(report.apply({{}, {RemoveSubSection{SectionId(QStringLiteral("problems")), 0}}}));
        QCOMPARE(found(report, "SEC-EMPTY"), 1);
        const Report blank(findForm(QStringLiteral("2021")), 2021);
        QCOMPARE(found(blank, "SEC-EMPTY"), 6);
        for (const Finding &finding :
            check(blank, RuleSet())) { // a table has no place for “nothing to report”
            const SectionSpec *section = blank.spec().section(finding.place.sectionId());
            if (finding.rule.toString() == u"SEC-EMPTY" && section)
                QCOMPARE(finding.message.in(Language::Chinese).contains(QStringLiteral("本表全部为 0")),
                    section->kind == SectionSpec::Kind::Table);
        }
    }

    /// Each heading that would be printed with nothing under it, at its own place; a chart is content.
    void headingsWithoutText()
    {
        Report report = test::filledReport();
        const SectionId overview(QStringLiteral("overview"));
        QVERIFY(report.apply({{},
            {InsertSubSection{overview, 1, {QStringLiteral("主动公开"), {}}},
                InsertSubSection{overview, 2, {QStringLiteral("平台建设"), QStringLiteral("　\n")}}}}));
        QStringList places;
        for (const Finding &finding : check(report, RuleSet())) {
            if (finding.rule.toString() == u"SEC-EMPTY") {
                places.append(finding.place.toString());
                QCOMPARE(int(finding.level), int(Level::Error));
            }
        }
        QCOMPARE(places, (QStringList{QStringLiteral("overview/2"), QStringLiteral("overview/3")}));
        Illustration chart;
        chart.place = Place::subSection(overview, 1);
        chart.kind = QStringLiteral("chart");
        chart.chart = QStringLiteral("outcomes");
        chart.caption = QStringLiteral("办理结果");
        QVERIFY(report.apply({{}, {SetIllustrations{{chart}}}}));
        QCOMPARE(found(report, "SEC-EMPTY"), 1);
    }
};

QTEST_GUILESS_MAIN(ContentChecksTest)
#include "tst_contentchecks.moc"
