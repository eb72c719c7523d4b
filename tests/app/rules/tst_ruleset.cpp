// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"
#include "inspection.h"
#include "testreports.h"

#include <QTest>

#include <thread>

using namespace nianbao;

namespace {

void findExclamations(Inspection &check);

// All of a rule: here, its words in a catalogue, and one line where it is added to a set.
const Rule kExclaimed{"TEST-EXCLAIM", Level::Hint, RuleGroup::Language, findExclamations};

void findExclamations(Inspection &check)
{
    for (const CheckedText &text : std::as_const(check.texts)) {
        int count = 0;
        for (qsizetype at = text.bare.indexOf(u'！'); at >= 0; at = text.bare.indexOf(u'！', at + 1)) {
            check.addAt(kExclaimed, text, at, 1, "mark", ++count);
        }
    }
}

Report reportSaying(const QString &text)
{
    Report report = test::filledReport();
    const auto done
        = report.apply({{}, {InsertSubSection{SectionId(QStringLiteral("overview")), 1, {{}, text}}}});
    if (!done)
        qFatal("the text cannot be put in");
    return report;
}

QStringList ids(const Findings &findings)
{
    QStringList list;
    for (const Finding &finding : findings)
        list.append(finding.rule.toString());
    return list;
}

} // namespace

class RuleSetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRuleIsOneFileAndOneLine()
    {
        RuleSet rules;
        rules.add(kExclaimed);
        const Findings found = check(reportSaying(QStringLiteral("成绩显著！人人满意！")), rules);
        QCOMPARE(ids(found), (QStringList{QStringLiteral("TEST-EXCLAIM"), QStringLiteral("TEST-EXCLAIM")}));
        QCOMPARE(found.first().message.in(Language::English), QStringLiteral("The first mark, number 1."));
        QCOMPARE(found.last().message.in(Language::English), QStringLiteral("A further mark, number 2."));
        QCOMPARE(found.last().message.in(Language::Chinese), QStringLiteral("第 2 个感叹号。"));
        QCOMPARE(found.last().place.toString(), QStringLiteral("overview/2"));
        QCOMPARE(int(found.last().level), int(Level::Hint));
    }

    void twoSetsJudgeDifferently()
    {
        const Report report = reportSaying(QStringLiteral("XX镇成绩显著！【待补】"));
        RuleSet ours;
        RuleSet theirs;
        theirs.remove(kTemplateId);
        theirs.add(kExclaimed);
        QVERIFY(ours.addWords(QStringLiteral("{\"templates\": [\"【待补】\"]}").toUtf8()));
        QCOMPARE(
            ids(check(report, ours)), (QStringList{QStringLiteral("TEMPLATE"), QStringLiteral("TEMPLATE")}));
        QCOMPARE(ids(check(report, theirs)), QStringList{QStringLiteral("TEST-EXCLAIM")});
        QCOMPARE(ids(check(report, RuleSet())), QStringList{QStringLiteral("TEMPLATE")});
    }

    void aRuleThatIsNotOfTheSetFindsNothing_data()
    {
        QTest::addColumn<QString>("id");
        for (const Rule *rule : RuleSet().rules())
            QTest::newRow(rule->id) << QString::fromLatin1(rule->id);
    }
    void aRuleThatIsNotOfTheSetFindsNothing()
    {
        QFETCH(QString, id);
        RuleSet rules;
        QVERIFY(rules.find(RuleId(id)));
        rules.remove(RuleId(id));
        QVERIFY(!rules.find(RuleId(id)));
        for (const QString &name : test::sampleNames())
            QVERIFY2(!ids(check(test::sampleReport(name), rules)).contains(id), qPrintable(name));
    }

    void theFingerprintTellsSetsApart()
    {
        const QString own = RuleSet().fingerprint();
        QCOMPARE(own.size(), 16);
        QCOMPARE(RuleSet().fingerprint(), own);
        QStringList all{own};
        RuleSet rules;
        QVERIFY(rules.addWords("{\"templates\": [\"TODO\"]}"));
        all.append(rules.fingerprint());
        RuleSet blanks;
        QVERIFY(blanks.addWords("{ \"templates\" : [ \"TODO\" ] }"));
        QCOMPARE(blanks.fingerprint(), all.last()); // the same words
        QVERIFY(rules.addWords("{\"limits\": {\"overview_characters\": 1500}}"));
        all.append(rules.fingerprint());
        rules.remove(kTemplateId);
        all.append(rules.fingerprint());
        rules.add(kExclaimed);
        all.append(rules.fingerprint());
        QCOMPARE(all.removeDuplicates(), 0);
    }

    void badWordsChangeNothing()
    {
        RuleSet rules;
        const QString before = rules.fingerprint();
        const auto added
            = rules.addWords("{\"limits\": {\"overview_characters\": 1}, \"templates\": [\"(\"]}");
        QVERIFY(!added);
        QCOMPARE(added.error().where, QStringLiteral("templates[0]"));
        QCOMPARE(rules.fingerprint(), before);
        QCOMPARE(rules.words().overviewCharacters, RuleSet().words().overviewCharacters);
    }

    void wordsThatCannotBeUsedAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("a citation without its passage")
            << QByteArray(R"({"citations": [{"wrong": "甲乙", "right": "丙", "find": "丁", "why": "戊"}]})")
            << QStringLiteral("citations[0]");
        QTest::newRow("an empty citation")
            << QByteArray(R"({"citations": [{"wrong": "", "right": "丙", "why": "戊"}]})")
            << QStringLiteral("citations[0]");
        QTest::newRow("an empty word before names") << QByteArray(R"({"other_body": {"verbs_before": [""]}})")
                                                    << QStringLiteral("other_body.verbs_before[0]");
        QTest::newRow("an empty name")
            << QByteArray(R"({"own_names": ["河湾", ""]})") << QStringLiteral("own_names[1]");
        QTest::newRow("a pattern of many gaps")
            << QByteArray(R"({"cover": [{"aspect": "主动公开", "words": ["甲…甲…甲…甲…甲…乙"]}]})")
            << QStringLiteral("cover[0].words[0]");
    }
    void wordsThatCannotBeUsedAreRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        RuleSet rules;
        const auto added = rules.addWords(json);
        QVERIFY(!added);
        QCOMPARE(added.error().where, where);
    }

    /// Accounts are words, whatever marks they have; how sections are numbered is no office's matter.
    void wordsOfAnOfficeLeaveTheChecksWhole()
    {
        RuleSet rules;
        const QByteArray json = "{\"other_body\": {\"accounts\": [\"(\"]}, \"numbering\": {\"numerals\": "
                                "\"\", \"mark\": \"(\"}}";
        QVERIFY(rules.addWords(json));
        const Report report = reportSaying(QStringLiteral("（一）在“白石发布”微信公众号公开信息。"));
        QCOMPARE(check(report, rules), check(report, RuleSet()));
    }

    /// Several threads judge the same values at the same time: tests/run tsan runs this under the thread
    /// sanitizer.
    void threadsJudgeAlike()
    {
        RuleSet rules;
        QVERIFY(rules.addWords("{\"templates\": [\"TODO\"]}"));
        QList<Report> reports;
        for (const QString &name : test::sampleNames())
            reports.append(test::sampleReport(name));
        reports.append(
            reportSaying(QStringLiteral("XX镇收到申请{{requests.received.total}}件，办结7件。TODO")));
        QList<Findings> expected;
        for (const Report &report : std::as_const(reports))
            expected.append(check(report, rules));
        std::array<bool, 4> alike{};
        std::vector<std::thread> threads;
        for (bool &own : alike)
            threads.emplace_back([&] {
                own = true;
                for (qsizetype i = 0; i < reports.size(); ++i)
                    own = check(reports[i], rules) == expected[i] && own;
            });
        for (std::thread &thread : threads)
            thread.join();
        for (const bool own : alike)
            QVERIFY(own);
    }

private:
    const RuleId kTemplateId{QStringLiteral("TEMPLATE")};
};

QTEST_GUILESS_MAIN(RuleSetTest)
#include "tst_ruleset.moc"
