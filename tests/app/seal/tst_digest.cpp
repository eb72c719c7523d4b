// SPDX-License-Identifier: MulanPSL-2.0
#include "digest.h"

#include "reportjson.h"
#include "session.h"
#include "testreports.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

namespace {

const SectionId kOverview(QStringLiteral("overview"));

CellId cell(const char *id) { return CellId(QLatin1String(id)); }

/// One that has something of every kind.
Report everything()
{
    const auto imported
        = reportFromJson(test::readFile(QStringLiteral(TEST_DATA_DIR "/seal/everything.json")));
    if (!imported)
        qFatal("everything.json: %s", qPrintable(imported.error().where));
    return imported->report;
}

Report after(Report report, const QList<Step> &steps)
{
    if (const auto done = report.apply({{}, steps, {}}); !done)
        qFatal("refused: %s", qPrintable(done.error().where));
    return report;
}

PriorPointer lastYear(qint64 received)
{
    Report prior(findForm(QStringLiteral("2021")), 2021);
    prior = after(prior, {SetCell{cell("requests.received.individual"), Amount::fromInteger(received)}});
    return std::make_shared<const Report>(prior);
}

} // namespace

class DigestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// GB/T 32905-2016, appendix A, and nothing at all.
    void sm3IsThatOfTheStandard_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray(
                                        "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
        QTest::newRow("abc") << QByteArray(
            "abc") << QByteArray("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        QTest::newRow("a block of 64 bytes") << QByteArray("abcd").repeated(
            16) << QByteArray("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }
    void sm3IsThatOfTheStandard()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, digest);
        QCOMPARE(sm3(bytes), digest);
    }

    /// The one that README.md of app/seal works out.
    void theExampleIsRight()
    {
        Report report(findForm(QStringLiteral("2021")), 2021);
        report = after(report,
            {SetFact{QLatin1String(fact::kName), QStringLiteral("柳林镇人民政府")},
                SetFact{QLatin1String(fact::kFax), QString()},
                InsertSubSection{
                    kOverview, 0, {{}, QStringLiteral("收到申请{{requests.received.total}}件。")}},
                SetCell{cell("requests.received.individual"), Amount::fromInteger(3)}});
        QCOMPARE(contentDigest(report),
            QStringLiteral("4f16de8090dd3472d55fdb187a8d8e7d052c82e0eb0fb69c92a10f0a5d405c05"));
    }

    void aStepChangesIt_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<bool>("changes");
        QSet<size_t> kinds;
        const auto row = [&kinds](const char *name, const QList<Step> &steps, bool changes) {
            for (const Step &step : steps)
                kinds.insert(step.index());
            QTest::newRow(name) << steps << changes;
        };
        const Report report = everything();
        const CellId total = cell("requests.granted.total"); // declared as 9, computed as 2
        row("a count", {SetCell{cell("requests.received.other"), Amount::fromInteger(1)}}, true);
        row("a zero for a blank", {SetCell{cell("requests.received.other"), Amount::fromInteger(0)}}, true);
        row("the same count", {SetCell{cell("requests.received.individual"), Amount::fromInteger(3)}}, false);
        row("the note of a figure", {SetNote{cell("requests.received.other"), QStringLiteral("估计")}}, true);
        row("another declared total that nobody took",
            {SetDeclared{total, Declared{Amount::fromInteger(8), false}}}, false);
        row("a declared total is taken", {SetDeclared{total, Declared{Amount::fromInteger(9), true}}}, true);
        row("the computed total is taken", {SetDeclared{total, std::nullopt}}, true);
        row("a new sub-section", {InsertSubSection{kOverview, 0, {{}, QStringLiteral("新")}}}, true);
        row("an empty sub-section", {InsertSubSection{kOverview, 3, {}}}, true);
        row("a sub-section goes", {RemoveSubSection{kOverview, 1}}, true);
        row("sub-sections change places", {MoveSubSection{kOverview, 0, 1}}, true);
        row("a heading", {SetHeading{kOverview, 2, QStringLiteral("附图")}}, true);
        row("a text", {SetText{kOverview, 2, QStringLiteral("😀 é Ω 。")}}, true);
        row("white space of a text", {SetText{kOverview, 2, QStringLiteral("😀 é  Ω")}}, true);
        QList<Channel> channels = report.channels();
        channels[1].count = 23;
        row("the count of a channel", {SetChannels{channels}}, true);
        channels = report.channels();
        channels[0].categories[1].name = QStringLiteral("其它");
        row("the name of a category", {SetChannels{channels}}, true);
        row("no channels", {SetChannels{}}, true);
        QList<Illustration> illustrations = report.illustrations();
        illustrations[1].picture += 'x';
        row("one byte of a picture", {SetIllustrations{illustrations}}, true);
        illustrations = report.illustrations();
        illustrations[0].chart = QStringLiteral("categories");
        row("another chart", {SetIllustrations{illustrations}}, true);
        illustrations = report.illustrations();
        illustrations[0].afterParagraph = 0;
        row("where a chart stands", {SetIllustrations{illustrations}}, true);
        illustrations = report.illustrations();
        illustrations[2].caption = QStringLiteral("对比");
        row("a caption", {SetIllustrations{illustrations}}, true);
        row("last year's figures, which a chart draws", {SetPrior{lastYear(5)}}, true);
        row("the revision", {SetReview{{ReviewState::Drafting, 2}}}, true);
        row("the state of the review", {SetReview{{ReviewState::Approved, 1}}}, false);
        row("who reads it on its way", {SetChain{{{QStringLiteral("签发"), QStringLiteral("镇长")}}}}, false);
        row("a comment", {SetComment{1, Comment{Place::report(), QStringLiteral("好")}}}, false);
        row("where a comment hangs",
            {SetComment{1, Comment{Place::report(), QStringLiteral("好")}},
                MoveComment{1, Place::subSection(kOverview, 0), true}},
            false);
        row("an explanation", {SetExplanation{QStringLiteral("DUP|y"), Explanation{}}}, false);
        row("a rule that is switched off", {SetRuleOff{RuleId(QStringLiteral("GAP")), QStringLiteral("x")}},
            false);
        row("another form", {SetForm{QStringLiteral("2021-single-other")}}, true);
        QStringList outside; // facts that nobody prints
        for (const char *key : {fact::kSource, fact::kDrafted, fact::kChecked, fact::kCountersigned,
                 fact::kSigned, fact::kAllowedWords})
            outside.append(QLatin1String(key));
        for (const QString &key : fact::allKeys()) {
            const QString value = key == QLatin1String(fact::kDate) ? QStringLiteral("2023-01-21")
                : key == QLatin1String(fact::kKind)                 ? QStringLiteral("county")
                                                                    : QStringLiteral("另一个");
            row(qPrintable(QStringLiteral("the fact ") + key), {SetFact{key, value}}, !outside.contains(key));
        }
        row("a note under a table", {SetFact{QStringLiteral("table_notes.disputes"), QStringLiteral("无")}},
            true);
        QCOMPARE(
            kinds.size(), qsizetype(std::variant_size_v<StepKinds>)); // a new kind of step asks for its row
    }
    void aStepChangesIt()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(bool, changes);
        const Report report = everything();
        QCOMPARE(contentDigest(after(report, steps)) != contentDigest(report), changes);
    }

    /// They are last year's and print nowhere.
    void figuresThatNothingShowsDoNotCount()
    {
        const Report report = after(everything(), {SetIllustrations{}});
        QCOMPARE(contentDigest(after(report, {SetPrior{lastYear(5)}})), contentDigest(report));
        const Report comparing
            = after(report, {SetText{kOverview, 2, QStringLiteral("{{change(requests.received.total)}}")}});
        QVERIFY(contentDigest(after(comparing, {SetPrior{lastYear(5)}})) != contentDigest(comparing));
    }

    void theYearChangesIt()
    {
        const SpecPointer form = findForm(QStringLiteral("2021"));
        QVERIFY(contentDigest(Report(form, 2021)) != contentDigest(Report(form, 2022)));
    }

    void whichReportItIsDoesNot()
    {
        Report one = everything();
        const Report other = one;
        one.identify();
        QCOMPARE(contentDigest(one), contentDigest(other));
        const SpecPointer form = findForm(QStringLiteral("2021"));
        QCOMPARE(contentDigest(Report(form, 2021, QUuid::createUuid())), contentDigest(Report(form, 2021)));
    }

    void aLiveFigureAndItsValueAreEqual()
    {
        const Report report = everything();
        const auto saying = [&](const char *text) {
            return contentDigest(after(report, {SetText{kOverview, 2, QString::fromUtf8(text)}}));
        };
        QCOMPARE(saying("收到{{requests.received.total}}件"), saying("收到4件"));
        QVERIFY(saying("收到{{requests.received.total}}件") != saying("收到5件"));
    }

    void itComesBackWithTheReport_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const QString &name : test::sampleNames())
            QTest::newRow(qPrintable(name)) << reportToJson(test::sampleReport(name));
        QTest::newRow("everything") << reportToJson(everything());
    }
    void itComesBackWithTheReport()
    {
        QFETCH(QByteArray, json);
        const auto report = reportFromJson(json);
        QVERIFY(report);
        const QString digest = contentDigest(report->report);
        QCOMPARE(digest.size(), 64);
        const auto again = reportFromJson(reportToJson(report->report));
        QVERIFY(again);
        QCOMPARE(contentDigest(again->report), digest);

        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.nianbao"));
        QCOMPARE((*Session::create(path, report->report))->contentDigest(), digest);
        const auto opened = Session::open(path, Session::Mode::Look);
        QVERIFY(opened);
        QCOMPARE((*opened)->contentDigest(), digest);
    }
};

QTEST_GUILESS_MAIN(DigestTest)
#include "tst_digest.moc"
