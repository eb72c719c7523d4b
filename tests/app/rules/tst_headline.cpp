// SPDX-License-Identifier: MulanPSL-2.0
// One line tells what is open in a report.
#include "headline.h"
#include "patchedreport.h"
#include "testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nianbao;

namespace {

QJsonObject object(const char *json) { return QJsonDocument::fromJson(QByteArray(json)).object(); }

Phrase lineOf(const Report &report) { return headLine(report, check(report, RuleSet())); }

Report blank() { return Report(findForm(QStringLiteral("2021")), 2024); }

} // namespace

class HeadLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itTellsWhatIsOpen_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QString>("chinese");
        QTest::addColumn<QString>("english");
        const auto row = [](const char *name, const char *patch, const char *chinese, const char *english) {
            QTest::newRow(name) << QByteArray(patch) << QString::fromUtf8(chinese)
                                << QString::fromUtf8(english);
        };
        row("nothing", "{}", "全部相符", "Everything agrees");
        row("two wrong figures",
            R"({"cells": {"requests.received.individual": 1, "disclosure.licences.decisions": null}})",
            "数据有误 3 处", "Wrong figures: 3"); // the column, the column of totals, the blank
        row("an error of another kind", R"({"facts": {"organisation.name": ""}})", "有错误 1 处",
            "Errors: 1");
        row("an error of each kind",
            R"({"facts": {"organisation.name": ""}, "cells": {"disclosure.licences.decisions": null}})",
            "数据有误 1 处，其他错误 1 处", "Wrong figures: 1, other errors: 1");
        row("a text against a table",
            R"({"add": {"overview": [{"heading": "依申请公开情况", "text": "收到政府信息公开申请3件。"}]}})",
            "正文与表格不符 1 处", "Text against tables: 1");
        row("a text against a table, and a figure to explain",
            R"({"add": {"overview": [{"heading": "依申请公开情况", "text": "收到政府信息公开申请3件。"}]},
                "cells": {"disclosure.regulations.in_force": 2}})",
            "正文与表格不符 1 处，其他需说明 1 处", "Text against tables: 1, others to explain: 1");
        row("to explain only", R"({"cells": {"disclosure.regulations.in_force": 2}})", "需说明 1 处",
            "To explain: 1");
        row("hints only", R"({"facts": {"title": "年报"}})", "全部相符", "Everything agrees");
    }
    void itTellsWhatIsOpen()
    {
        QFETCH(QByteArray, patch);
        QFETCH(QString, chinese);
        QFETCH(QString, english);
        const Report report = test::faultless({object(patch.constData())});
        const Phrase line = lineOf(report);
        QCOMPARE(line.in(Language::Chinese), chinese);
        QCOMPARE(line.in(Language::English), english);
    }

    /// Where the hints stand below it, it counts them, too: what is put aside no more.
    void hintsAreCountedWhereTheyAreListed()
    {
        Report report = test::faultless({object(R"({"facts": {"title": "年报"}})")});
        Findings findings = check(report, RuleSet());
        QCOMPARE(findings.size(), 1);
        QCOMPARE(
            headLineWithHints(report, findings).in(Language::Chinese), QStringLiteral("全部相符，提示 1 处"));
        QCOMPARE(headLineWithHints(report, findings).in(Language::English),
            QStringLiteral("Everything agrees, hints: 1"));
        findings.first().explained = true;
        QCOMPARE(headLineWithHints(report, findings).in(Language::Chinese), QStringLiteral("全部相符"));
        QCOMPARE(headLineWithHints(blank(), check(blank(), RuleSet())).in(Language::Chinese),
            QStringLiteral("表格和正文未开始填写"));
    }

    void whatIsExplainedIsNotOpen()
    {
        Report report = test::faultless({object(R"({"cells": {"disclosure.regulations.in_force": 2}})")});
        const Findings findings = check(report, RuleSet());
        QCOMPARE(findings.size(), 1);
        QVERIFY(report.apply({{},
            {SetExplanation{findings.first().key,
                Explanation{QStringLiteral("历史遗留两件"), findings.first().operands(), {}, {}}}}}));
        QCOMPARE(lineOf(report).in(Language::Chinese), QStringLiteral("全部相符，已说明 1 处"));
        QCOMPARE(lineOf(report).in(Language::English), QStringLiteral("Everything agrees; explained: 1"));
    }

    /// Check sheet, panel and hand-over dialog say the same number.
    void explanationsOfHintsCountToo()
    {
        Report report = test::faultless({object(R"({"facts": {"title": "年报"}})")});
        const Findings findings = check(report, RuleSet());
        QVERIFY(!findings.isEmpty());
        const auto answer = [&](const QString &words) {
            Change change;
            for (const Finding &finding : findings) {
                QCOMPARE(int(finding.level), int(Level::Hint));
                change.steps.append(
                    SetExplanation{finding.key, Explanation{words, finding.operands(), {}, {}}});
            }
            QVERIFY(report.apply(change));
        };
        answer(QString()); // put aside
        QCOMPARE(explanations(check(report, RuleSet())), 0);
        QCOMPARE(lineOf(report).in(Language::English), QStringLiteral("Everything agrees"));
        answer(QStringLiteral("多年如此"));
        QCOMPARE(explanations(check(report, RuleSet())), int(findings.size()));
        QCOMPARE(lineOf(report).in(Language::English),
            QStringLiteral("Everything agrees; explained: %1").arg(findings.size()));
    }

    void aBlankReportIsNotStarted()
    {
        Report report = blank();
        QVERIFY(isNotStarted(report));
        QCOMPARE(lineOf(report).in(Language::Chinese), QStringLiteral("表格和正文未开始填写"));
        QCOMPARE(lineOf(report).in(Language::English), QStringLiteral("Tables and texts not started"));
        QCOMPARE(int(verdict(check(report, RuleSet()))), int(Verdict::Fail)); // it cannot be sent
        QVERIFY(report.apply({{},
            {SetFact{QLatin1String(fact::kName), QStringLiteral("清河县柳林镇人民政府")},
                InsertSubSection{SectionId(QStringLiteral("overview")), 0,
                    {QStringLiteral("主动公开情况"), QStringLiteral(" \n")}}}}));
        QVERIFY(isNotStarted(report)); // a heading to write under is no content
    }

    void oneFigureOrWordIsAStart()
    {
        Report figure = blank();
        QVERIFY(figure.apply({{}, {SetCell{CellId(QStringLiteral("requests.received.other")), Amount()}}}));
        QVERIFY(!isNotStarted(figure));
        Report word = blank();
        QVERIFY(word.apply({{},
            {InsertSubSection{SectionId(QStringLiteral("overview")), 0, {{}, QStringLiteral("公开。")}}}}));
        QVERIFY(!isNotStarted(word));
        Report total = blank();
        QVERIFY(total.apply(
            {{}, {SetDeclared{CellId(QStringLiteral("requests.total.total")), Declared{Amount()}}}}));
        QVERIFY(!isNotStarted(total));
    }
};

QTEST_GUILESS_MAIN(HeadLineTest)
#include "tst_headline.moc"
