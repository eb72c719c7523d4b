// SPDX-License-Identifier: MulanPSL-2.0
#include "cleanreport.h"
#include "reportjson.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

const QString kDirt = QStringLiteral("甲\u2066乙\u200B\uFE0F丙");
const QString kClean = QStringLiteral("甲乙丙");

} // namespace

class CleanReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Each kind of step that carries a text, so that none can be forgotten.
    void everyTextOfAChangeIsCleaned()
    {
        const SectionId overview(QStringLiteral("overview"));
        const CellId cell(QStringLiteral("requests.received.individual"));
        const QList<Step> steps{SetNote{cell, kDirt}, SetFact{QLatin1String(fact::kSigned), kDirt},
            InsertSubSection{overview, 0, {kDirt, kDirt}}, SetHeading{overview, 0, kDirt},
            SetText{overview, 0, kDirt}, SetChannels{{{kDirt, 1, {{kDirt, 1}}}}},
            SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 0, QStringLiteral("chart"), kDirt,
                QStringLiteral("years"), kDirt, {}}}},
            SetExplanation{
                QStringLiteral("key\u2066"), Explanation{kDirt, QStringLiteral("1|\u2066"), kDirt, {}}},
            SetRuleOff{RuleId(QStringLiteral("DUP")), kDirt}};
        const Change clean = cleaned({kDirt, steps, QStringLiteral("key")});
        QCOMPARE(clean.description, kClean);
        QCOMPARE(std::get<SetNote>(clean.steps[0]).note, kClean);
        QCOMPARE(*std::get<SetFact>(clean.steps[1]).value, kClean);
        QCOMPARE(std::get<InsertSubSection>(clean.steps[2]).content, (SubSection{kClean, kClean}));
        QCOMPARE(std::get<SetHeading>(clean.steps[3]).heading, kClean);
        QCOMPARE(std::get<SetText>(clean.steps[4]).text, kClean);
        QCOMPARE(
            std::get<SetChannels>(clean.steps[5]).channels, (QList<Channel>{{kClean, 1, {{kClean, 1}}}}));
        QCOMPARE(std::get<SetIllustrations>(clean.steps[6]).illustrations.first().caption, kClean);
        QCOMPARE(std::get<SetIllustrations>(clean.steps[6]).illustrations.first().file, kClean);
        const auto &explained = std::get<SetExplanation>(clean.steps[7]);
        QCOMPARE(explained.explanation->text, kClean);
        QCOMPARE(explained.explanation->who, kClean);
        QCOMPARE(explained.key, QStringLiteral("key\u2066")); // of a finding: it must stay equal to it
        QCOMPARE(explained.explanation->operands, QStringLiteral("1|\u2066"));
        QCOMPARE(*std::get<SetRuleOff>(clean.steps[8]).reason, kClean);
    }

    void factsOfManyLinesKeepThem()
    {
        const QString two = QStringLiteral("甲\r\n乙");
        for (const QString &key : fact::allKeys()) {
            const Change clean = cleaned(Change::of({}, SetFact{key, two}));
            const QString value = *std::get<SetFact>(clean.steps.first()).value;
            const bool many = key == QLatin1String(fact::kIntroduction) || key == QLatin1String(fact::kNames)
                || key == QLatin1String(fact::kAllowedWords) || key == QLatin1String(fact::kTitle);
            QCOMPARE(value, many ? QStringLiteral("甲\n乙") : QStringLiteral("甲 乙"));
        }
        const QString note = QLatin1String(fact::kTableNote) + QStringLiteral("requests");
        const Change clean = cleaned(Change::of({}, SetFact{note, two}));
        QCOMPARE(*std::get<SetFact>(clean.steps.first()).value, QStringLiteral("甲\n乙"));
    }

    void aReportOfAnotherFileIsCleanedAndSaysWhat()
    {
        Report prior = filledReport(QStringLiteral("2021"), 2021);
        const SectionId overview(QStringLiteral("overview"));
        QVERIFY(prior.apply(Change::of({}, SetText{overview, 0, kDirt})));
        Report report = filledReport(QStringLiteral("2021"), 2022);
        const QString paragraphs = QStringLiteral("一\u2028二\r三");
        QVERIFY(report.apply({{},
            {SetText{overview, 0, paragraphs}, SetFact{QLatin1String(fact::kName), kDirt},
                SetPrior{std::make_shared<const Report>(prior)},
                SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("chart"),
                    kDirt, QStringLiteral("years"), {}, {}}}}}}));
        QStringList removed;
        const Report clean = cleaned(report, &removed);
        QCOMPARE(clean.fact(fact::kName), kClean);
        QCOMPARE(clean.subSections(overview).first().text, QStringLiteral("一\n二\n三"));
        QCOMPARE(clean.prior()->subSections(overview).first().text, kClean);
        QCOMPARE(clean.illustrations().first().caption, kClean);
        QCOMPARE(removed.size(), 3);
        for (const char *path :
            {"organisation.name: ", "figures[0].caption: ", "prior.sections.overview[0].text: "})
            QVERIFY2(removed.filter(QLatin1String(path)).size() == 1, path);
        QStringList again;
        QVERIFY(cleaned(clean, &again) == clean);
        QVERIFY(again.isEmpty());
    }

    void jsonIsCleanedAndSaysWhere()
    {
        Report report = filledReport();
        QVERIFY(report.apply({{},
            {SetText{SectionId(QStringLiteral("overview")), 0, kDirt},
                SetFact{QLatin1String(fact::kSigned), kDirt + QStringLiteral("\n丁")},
                SetChannels{{{kDirt, 1, {}}}}}}));
        const auto read = reportFromJson(reportToJson(report));
        QVERIFY(read);
        QCOMPARE(read->report.subSections(SectionId(QStringLiteral("overview"))).first().text, kClean);
        QCOMPARE(read->report.fact(fact::kSigned), kClean + QStringLiteral(" 丁"));
        QCOMPARE(read->report.channels().first().name, kClean);
        QCOMPARE(read->removed.size(), 3);
        for (const char *path : {"sections.overview[0].text: ", "people.signed: ", "channels[0].name: "})
            QVERIFY2(read->removed.filter(QLatin1String(path)).size() == 1, path);
        for (const QString &words : read->removed)
            QVERIFY2(words.contains(QStringLiteral("U+2066")), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(CleanReportTest)
#include "tst_cleanreport.moc"
