// SPDX-License-Identifier: MulanPSL-2.0
// A form that the program has never seen is loaded, filled in, checked, drafted, converted to, set and
// exported.
#include "balances.h"
#include "checks.h"
#include "conversion.h"
#include "livefigures.h"
#include "paginate.h"
#include "paragraphs.h"
#include "pdfwriter.h"
#include "reportjson.h"
#include "reportmanuscript.h"
#include "session.h"
#include "specreader.h"
#include "testreports.h"
#include "textwriter.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

CellId cell(const char *id) { return CellId(QLatin1String(id)); }
SetCell set(const char *id, qint64 value) { return {cell(id), Amount::fromInteger(value)}; }

SpecPointer form() { return findForm(QStringLiteral("2027-test")); }
Report blankYear() { return Report(form(), 2027); }
Report filledYear() { return test::filledReport(form()->id, 2027); }

void apply(Report &report, const QList<Step> &steps)
{
    if (const auto done = report.apply({{}, steps, {}}); !done)
        qFatal("the report cannot be changed: %s", qPrintable(done.error().where));
}

/// Of one rule, in Chinese.
QStringList messages(const Report &report, const char *rule)
{
    QStringList list;
    for (const Finding &finding : check(report, RuleSet())) {
        if (finding.rule.toString() == QLatin1String(rule))
            list.append(finding.message.in(Language::Chinese));
    }
    return list;
}

QString drafted(const Report &report, const char *draft)
{
    return draftParagraph(report, *report.spec().draft(QLatin1String(draft)));
}

/// In the second paragraph of the overview.
SetText said(const QString &text) { return {SectionId(QStringLiteral("overview")), 0, text}; }

} // namespace

class AnotherFormTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsFilledInAndKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.nianbao"));
        {
            const auto made = Session::create(path, blankYear(), true);
            QVERIFY(made);
            QVERIFY((*made)->edit(Change::of({}, set("requests.received_online.individual", 5))));
            QVERIFY((*made)->edit(Change::of({}, set("requests.received_paper.individual", 2))));
            QVERIFY((*made)->edit(Change::of({}, set("requests.received_paper.organisation", 4))));
            QVERIFY((*made)->edit(Change::of({}, set("consultations.phone.asked", 12))));
            QVERIFY((*made)->edit(Change::of({}, set("consultations.counter.asked", 3))));
        }
        const auto kept = Session::open(path, Session::Mode::Look);
        QVERIFY(kept);
        const Report &report = (*kept)->report();
        QCOMPARE(report.spec().id, QStringLiteral("2027-test"));
        QCOMPARE(report.computed(cell("requests.received_paper.total")), Amount::fromInteger(6));
        QCOMPARE(report.computed(cell("consultations.all.asked")), Amount::fromInteger(15));
        QCOMPARE(evaluateLive(report, QStringLiteral("requests.received.total")).text,
            QStringLiteral("11")); // a group of rows
        const auto read = reportFromJson(reportToJson(report));
        QVERIFY(read);
        QVERIFY(read->report == report);
    }

    void itsTextsAreHeldAgainstItsTables_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *rule, const char *text, const char *message) {
            QTest::newRow(name) << QString::fromUtf8(rule) << QString::fromUtf8(text)
                                << QString::fromUtf8(message);
        };
        row("a group of rows is the whole", "TXT-RECEIVED", "全年收到政府信息公开申请15件。",
            "“全年收到政府信息公开申请15件”：收到申请写的是 15件，表二为：新收 11；新收加上年结转 12；差 4。"
            "对应“1.网上提交 · 合计”等 2 格合计。");
        row("its words for applicants", "TXT-RECEIVED", "收到公民申请9件。",
            "“收到公民申请9件”：公民的申请写的是 9件，表二为：新收 7；新收加上年结转 8；差 2。"
            "对应“1.网上提交 · 公民”等 2 格合计。");
        row("its words for outcomes, one for two rows", "TXT-OUTCOME", "申请中不予公开4件。",
            "“申请中不予公开4件”：不予公开写的是 4件，表二为：不予公开 3；差 1。"
            "对应“3.不予公开（国家秘密） · 合计”等 2 格合计。");
        row("an outcome that no other form has", "TXT-OUTCOME", "申请中转送2件。",
            "“申请中转送2件”：转送其他机关写的是 2件，表二为：转送其他机关 1；差 1。"
            "对应“6.转送其他机关 · 合计”。");
        row("a result that no other form has", "TXT-DISPUTES", "因政府信息公开引起行政复议3件，其中调解2件。",
            "“其中调解2件”：复议案件调解写的是 2件，表五为：复议案件调解 1；差 1。对应“复议案件 · 调解”。");
        row("none", "TXT-NONE", "全年未收到政府信息公开申请。",
            "正文写“未收到政府信息公开申请”，而表二里收到申请是 11。对应“1.网上提交 · 合计”等 2 格合计。");
        row("no dispute", "TXT-NONE", "没有发生行政诉讼。",
            "正文写“没有发生行政诉讼”，而表五里诉讼案件是 2。对应“诉讼案件 · 合计”。");
        row("documents", "TXT-NORMATIVE", "制发规范性文件5件。",
            "“制发规范性文件5件”：规范性文件写的是 5件，表四为：新制发 4；差 1。对应“规范性文件 · 新制发”。");
    }
    void itsTextsAreHeldAgainstItsTables()
    {
        QFETCH(QString, rule);
        QFETCH(QString, text);
        QFETCH(QString, message);
        Report report = filledYear();
        apply(report,
            {set("requests.received_online.individual", 5), set("requests.received_paper.individual", 2),
                set("requests.received_paper.organisation", 4), set("requests.carried_in.individual", 1),
                set("requests.granted.individual", 5), set("requests.refused_state_secret.individual", 1),
                set("requests.refused_other.individual", 2), set("requests.transferred.organisation", 1),
                set("requests.carried_out.organisation", 3), set("disputes.reconsideration.mediated", 1),
                set("disputes.reconsideration.upheld", 2), set("disputes.litigation.upheld", 2),
                set("disclosure.normative.issued", 4), set("disclosure.normative.in_force", 4)});
        QCOMPARE(messages(report, qPrintable(rule)), QStringList());
        apply(report, {said(text)});
        QCOMPARE(messages(report, qPrintable(rule)), QStringList{message});
    }

    void itsOwnEquationsHold()
    {
        Report report = filledYear();
        QCOMPARE(messages(report, "FORM-EQUATION"), QStringList());
        apply(report, {set("consultations.phone.asked", 3), set("requests.received_online.individual", 4)});
        QCOMPARE(messages(report, "FORM-EQUATION"),
            QStringList({QStringLiteral("电话：接到 3，已答复 0 + 未答复 0 = 0，差 3"),
                QStringLiteral("合计：接到 3，已答复 0 + 未答复 0 = 0，差 3")}));
        QCOMPARE(messages(report, "REQ-BALANCE").value(0),
            QStringLiteral(
                "公民：1.网上提交 4 + 2.信函和当面提交 0 + 上年转入 0 = 4，办结 0 + 转入下年 0 = 0，差 4"));
        RuleSet without;
        without.remove(RuleId(QStringLiteral("FORM-EQUATION")));
        const Findings left = check(report, without);
        QVERIFY(std::none_of(left.begin(), left.end(),
            [](const Finding &finding) { return finding.rule.toString() == u"FORM-EQUATION"; }));
    }

    void itsEquationsOfRowsAreSaidByColumns()
    {
        Report report = filledYear();
        apply(report, {set("consultations.phone.asked", 3)});
        const QList<Balance> found = balances(report, TableId(QStringLiteral("consultations")));
        QCOMPARE(found.size(), 3);
        QVERIFY(found.first().isOfRow);
        QCOMPARE(found.first().each, QStringLiteral("电话"));
        QCOMPARE(found.first().words.in(Language::Chinese), QStringLiteral("接到 3 ≠ 已答复 0 ＋ 未答复 0"));
        QVERIFY(!balances(report, TableId(QStringLiteral("requests"))).first().isOfRow);
    }

    void aDeclaredTotalOfItsOwnIsChecked()
    {
        Report report = filledYear();
        const QList<Step> steps{
            SetDeclared{cell("consultations.all.asked"), Declared{Amount::fromInteger(2)}}};
        QVERIFY(report.apply({{}, steps, {}}));
        QCOMPARE(messages(report, "FORM-EQUATION"),
            QStringList{QStringLiteral("合计 · 接到：分项之和为 0，所报总计为 2，差 2")});
    }

    void itsSectionsAreAsked()
    {
        const QStringList empty = messages(blankYear(), "SEC-EMPTY");
        QVERIFY(empty.contains(QStringLiteral(
            "“三、咨询服务情况”整张表没有填数。没有发生的要填 0；都没有发生的，点“本表全部为 0”。")));
        Report report = filledYear();
        apply(report,
            {SetText{SectionId(QStringLiteral("other")), 0, QStringLiteral("无其他事项。")},
                SetText{SectionId(QStringLiteral("problems")), 0, QStringLiteral("不够好。")}});
        QCOMPARE(messages(report, "SEC-FEE"),
            QStringList{QStringLiteral("第六部分没有写收取信息处理费的情况；没有收，也要写明。")});
        QCOMPARE(messages(report, "SEC-LENGTH"),
            QStringList{QStringLiteral("第七部分有 4 字，一般不少于 100 字。")});
    }

    void itsDraftsAreWritten()
    {
        Report report = filledYear();
        QCOMPARE(drafted(report, "requests"),
            QStringLiteral("2027年，未收到政府信息公开申请，也没有上年转入的申请。"));
        QCOMPARE(drafted(report, "consultations"), QStringLiteral("2027年没有接到咨询。"));
        apply(report,
            {set("requests.received_online.individual", 5), set("requests.granted.individual", 5),
                set("consultations.phone.asked", 12), set("consultations.phone.answered", 12)});
        QCOMPARE(shownText(report, drafted(report, "requests")).text,
            QStringLiteral("2027年，收到政府信息公开申请5件，办结申请5件。"));
        QCOMPARE(shownText(report, drafted(report, "consultations")).text,
            QStringLiteral("2027年接到咨询12人次，答复12人次。"));
        apply(report, {said(drafted(report, "requests"))});
        QCOMPARE(messages(report, "TXT-RECEIVED") + messages(report, "TXT-DONE"), QStringList());
    }

    void anOlderReportComesIntoItWhole()
    {
        Report report = test::filledReport();
        apply(report,
            {set("requests.received.individual", 5), set("requests.received.business", 2),
                set("requests.received.other", 1),
                SetNote{cell("requests.received.business"), QStringLiteral("甲")},
                SetNote{cell("requests.received.other"), QStringLiteral("乙")},
                set("requests.unavailable_not_held.individual", 1),
                set("requests.unavailable_unclear.individual", 2),
                set("requests.unavailable_unclear.research", 3),
                set("requests.refused_prohibited.business", 4), set("disputes.direct.upheld", 2),
                set("disputes.after_reconsideration.upheld", 3), set("disclosure.penalties.decisions", 6),
                set("disclosure.coercion.decisions", 7), set("disclosure.normative.in_force", 9),
                said(QStringLiteral("收到{{requests.received.individual}}件，诉讼"
                                    "{{sum(disputes.direct.upheld, disputes.litigation.upheld)}}件，"
                                    "{{channels[\"a.b.c\"]}}。"))});
        const Report before = report;
        const auto plan = conversion(report, form());
        QVERIFY(plan);
        const auto done = report.apply(plan->change);
        QVERIFY(done);
        QCOMPARE(report.spec().id, QStringLiteral("2027-test"));
        const QList<std::pair<const char *, int>> expected{{"requests.received_paper.individual", 5},
            {"requests.received_paper.organisation", 3}, {"requests.unavailable.individual", 3},
            {"requests.unavailable.organisation", 3}, {"disputes.litigation.upheld", 5},
            {"disclosure.sanctions.decisions", 13}, {"disclosure.normative.in_force", 9}};
        for (const auto &[id, value] : expected)
            QVERIFY2(report.computed(cell(id)) == Amount::fromInteger(value), id);
        QVERIFY(!report.computed(cell("consultations.phone.asked"))); // nobody knows
        QVERIFY(!report.computed(cell("requests.received_online.individual")));
        QCOMPARE(report.note(cell("requests.received_paper.organisation")), QStringLiteral("甲；乙"));
        QCOMPARE(report.fact(QStringLiteral("table_notes.requests")),
            QStringLiteral("2021年表样所载：2.其他法律行政法规禁止公开 · 商业企业 4。"));
        QCOMPARE(report.subSections(SectionId(QStringLiteral("overview"))).first().text,
            QStringLiteral("收到{{requests.received.individual}}件，诉讼"
                           "{{sum(disputes.litigation.upheld, disputes.litigation.upheld)}}件，"
                           "{{channels[\"a.b.c\"]}}。"));
        QVERIFY(report.apply(done->inverse));
        QVERIFY(report == before);
    }

    void whereThereWasNoneThereIsNone()
    {
        Report report = test::filledReport();
        const auto plan = conversion(report, form());
        QVERIFY(plan);
        QVERIFY(report.apply(plan->change));
        QCOMPARE(report.computed(cell("requests.received_online.individual")), Amount());
    }

    void whatAFormLacksIsNotLost()
    {
        Report report = filledYear();
        apply(report,
            {set("consultations.phone.asked", 12),
                SetFact{QStringLiteral("table_notes.consultations"), QStringLiteral("含夜间来电。")},
                SetFact{QStringLiteral("table_notes.disclosure"), QStringLiteral("含联合发文。")}});
        const Report before = report;
        const auto plan = conversion(report, findForm(QStringLiteral("2021"))); // which has no such table
        QVERIFY(plan);
        const auto done = report.apply(plan->change);
        QVERIFY(done);
        QCOMPARE(report.fact(QStringLiteral("table_notes.disclosure")),
            QStringLiteral("含夜间来电。\n旧表样所载：电话 · 接到 12。\n含联合发文。"));
        QCOMPARE(report.subSections(SectionId(QStringLiteral("problems"))),
            before.subSections(SectionId(QStringLiteral("problems"))));
        QVERIFY(report.apply(done->inverse));
        QVERIFY(report == before);
    }

    void aFigureThatJoinsAnotherIsAdded()
    {
        Report report = test::filledReport();
        apply(report,
            {set("requests.partly_granted.individual", 2), set("requests.declined_repeat.individual", 3),
                SetNote{cell("requests.partly_granted.individual"), QStringLiteral("甲")},
                SetNote{cell("requests.declined_repeat.individual"), QStringLiteral("乙")}});
        const QByteArray joined
            = test::readFile(QStringLiteral(TEST_DATA_DIR "/forms/2027-test.json"))
                  .replace("{\"from\": \"disputes.direct.*\"",
                      "{\"from\": \"requests.declined_repeat.*\", \"to\": \"requests.partly_granted.*\"},\n"
                      "{\"from\": \"disputes.direct.*\"");
        const auto spec = readSpec(joined);
        QVERIFY(spec);
        const auto plan = conversion(report, *spec);
        QVERIFY(plan);
        const CellId target = cell("requests.partly_granted.individual");
        int found = 0;
        for (const Step &step : plan->change.steps) {
            if (const auto *value = std::get_if<SetCell>(&step); value && value->cell == target)
                found += value->value == Amount::fromInteger(5);
            if (const auto *note = std::get_if<SetNote>(&step); note && note->cell == target)
                found += note->note == QStringLiteral("甲；乙");
        }
        QCOMPARE(found, 2);
    }

    void itIsSetInItsOrder()
    {
        Report report = filledYear();
        apply(report, {set("consultations.phone.asked", 12345)});
        const QString text = plainText(manuscriptOf(report));
        qsizetype at = -1;
        for (const SectionSpec &section : form()->sections) {
            const auto next = text.indexOf(section.heading() + u'\n');
            QVERIFY2(next > at, qPrintable(section.heading()));
            at = next;
        }
        QVERIFY(text.contains(QStringLiteral("\n电话\t12345\t0\t0\n")));
        const auto fonts = FontSet::load(pageStyle().fonts);
        QVERIFY(fonts);
        const PageDocument document = paginate(manuscriptOf(report), pageStyle(), *fonts);
        const int requests = pageOf(document, Place::section(SectionId(QStringLiteral("requests"))));
        const int problems = pageOf(document, Place::section(SectionId(QStringLiteral("problems"))));
        QVERIFY(requests >= 0 && problems >= requests);
        QBuffer pdf;
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        QVERIFY(writePdf(document, pdf));
        QVERIFY(pdf.data().startsWith("%PDF-1.7"));
    }
};

QTEST_MAIN(AnotherFormTest)
#include "tst_anotherform.moc"
