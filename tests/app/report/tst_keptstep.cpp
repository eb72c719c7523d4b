// SPDX-License-Identifier: MulanPSL-2.0
#include "keptstep.h"
#include "testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nianbao;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const CellId kFees(QStringLiteral("disclosure.fees.amount"));

Report someReport()
{
    Report report = test::filledReport();
    const auto done = report.apply({{},
        {SetHeading{kOverview, 0, QStringLiteral("概述")},
            SetText{kOverview, 0, QStringLiteral("一二三四五六")},
            InsertSubSection{kOverview, 1, {QStringLiteral("其他"), {}}},
            SetNote{kFees, QStringLiteral("其中修订16件")},
            SetChannels{{{QStringLiteral("网站"), 3, {}}, {QStringLiteral("微博"), {}, {}}}},
            SetIllustrations{{{*Place::parse(QStringLiteral("overview/1")), 1, QStringLiteral("picture"),
                QStringLiteral("图"), {}, {}, QByteArray("png")}}}}});
    if (!done)
        qFatal("no report: %s", qPrintable(done.error().where));
    return report;
}

Review fullReview()
{
    Review review{ReviewState::Published, 2, 1};
    review.chain = {{QStringLiteral("核稿"), QStringLiteral("王")}};
    review.events = {{ReviewAction::Approve, QStringLiteral("陈"), QStringLiteral("2026-01-20T01:02:03Z"),
        QStringLiteral("同意\n签发"), 2, QStringLiteral("签发")}};
    review.paper = PaperApproval{QStringLiteral("陈"), QStringLiteral("2026-01-20"), QStringLiteral("00ff")};
    review.seal = Seal{QStringLiteral("00ff"), QStringLiteral("陈"), QStringLiteral("2026-01-20T01:02:03Z"),
        QByteArray("\0key", 4), QByteArray("\xff\0", 2)};
    review.correction = QStringLiteral("更正\n两处");
    review.handedOver
        = {{QStringLiteral("2026"), QStringLiteral("区"), QStringLiteral("00ff"), {QStringLiteral("a.pdf")}}};
    review.published = Publication{QStringLiteral("2026-01-25"), QStringLiteral("https://a.gov.cn/1")};
    return review;
}

QList<std::pair<const char *, Step>> steps()
{
    const Illustration chart{*Place::parse(QStringLiteral("overview/2")), 0, QStringLiteral("chart"), {},
        QStringLiteral("years"), {}, {}};
    const Illustration picture{*Place::parse(QStringLiteral("overview/1")), 2, QStringLiteral("picture"),
        QStringLiteral("新"), {}, QStringLiteral("a.png"), QByteArray("other")};
    return {{"a figure", SetCell{kFees, *Amount::parse(QStringLiteral("25.1"))}},
        {"blank", SetCell{kFees, std::nullopt}}, {"a note", SetNote{kFees, QStringLiteral("其中修订1件")}},
        {"a declared total",
            SetDeclared{
                CellId(QStringLiteral("requests.received.total")), Declared{Amount::fromInteger(5), true}}},
        {"a total declared blank",
            SetDeclared{CellId(QStringLiteral("requests.received.total")), Declared{std::nullopt, false}}},
        {"no declared total", SetDeclared{CellId(QStringLiteral("requests.received.total")), std::nullopt}},
        {"a fact", SetFact{QStringLiteral("title"), QStringLiteral("题\t\"名\"\n二")}},
        {"an empty fact", SetFact{QStringLiteral("title"), QStringLiteral("")}},
        {"no fact", SetFact{QStringLiteral("organisation.name"), std::nullopt}},
        {"a sub-section", InsertSubSection{kOverview, 1, {QStringLiteral("新"), QStringLiteral("文\n字")}}},
        {"one less", RemoveSubSection{kOverview, 0}}, {"another order", MoveSubSection{kOverview, 0, 1}},
        {"a heading", SetHeading{kOverview, 1, QStringLiteral("其他二")}},
        {"a text", SetText{kOverview, 0, QStringLiteral("一二三五六")}},
        {"a text from nothing", SetText{kOverview, 1, QStringLiteral("一")}},
        {"nothing of a text", SetText{kOverview, 0, QString()}},
        {"channels",
            SetChannels{{{QStringLiteral("网站"), 3, {}},
                {QStringLiteral("公告栏"), 999'999'999'999, {{QStringLiteral("通知"), std::nullopt}}}}}},
        {"illustrations", SetIllustrations{{chart, picture}}}, {"no illustration", SetIllustrations{}},
        {"last year's",
            SetPrior{std::make_shared<const Report>(test::sampleReport(QStringLiteral("hongze-2023")))}},
        {"no last year's", SetPrior{}}, {"the review", SetReview{{ReviewState::Approved, 3}}},
        {"a review with all it can hold", SetReview{fullReview()}},
        {"a chain", SetChain{{{QStringLiteral("核稿"), QStringLiteral("王")}, {QStringLiteral("签发"), {}}}}},
        {"the usual chain", SetChain{}},
        {"a comment",
            SetComment{3,
                Comment{Place::subSection(kOverview, 0).withRange(1, 2), QStringLiteral("问"),
                    QStringLiteral("陈"), QStringLiteral("2026"), true, true,
                    {{QStringLiteral("答"), QStringLiteral("王"), QStringLiteral("2026")}}}}},
        {"no comment", SetComment{1, std::nullopt}},
        {"where a comment hangs", MoveComment{3, Place::subSection(kOverview, 0).withRange(1, 2), true}},
        {"where a comment hangs, as a whole", MoveComment{3, Place::report(), false}},
        {"an explanation",
            SetExplanation{QStringLiteral("A|b"),
                Explanation{QStringLiteral("因"), QStringLiteral("1|2"), QStringLiteral("王"),
                    QStringLiteral("2022")}}},
        {"no explanation", SetExplanation{QStringLiteral("A|b"), std::nullopt}},
        {"a rule off", SetRuleOff{RuleId(QStringLiteral("DUP")), QStringLiteral("地名")}},
        {"a rule on", SetRuleOff{RuleId(QStringLiteral("DUP")), std::nullopt}},
        {"another form", SetForm{QStringLiteral("2019")}}};
}

QJsonObject body(const QJsonObject &kept) { return kept.begin().value().toObject(); }

} // namespace

class KeptStepTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepComesBack_data()
    {
        QTest::addColumn<int>("row");
        const auto all = steps();
        QSet<size_t> kinds;
        for (int i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].first) << i;
            kinds.insert(all[i].second.index());
        }
        QCOMPARE(size_t(kinds.size()), std::variant_size_v<StepKinds>);
    }
    void everyStepComesBack()
    {
        QFETCH(int, row);
        const Step step = steps()[row].second;
        const Report report = someReport();
        KeptBytes large;
        const auto kept = toKept(step, report, large);
        QVERIFY(kept);
        const QByteArray stored = QJsonDocument(*kept).toJson(QJsonDocument::Compact);
        const auto again = fromKept(QJsonDocument::fromJson(stored).object(), report,
            [&large](const QString &key) { return large.value(key); });
        QVERIFY2(again, stored.constData());
        QCOMPARE(again->index(), step.index());
        // by what they do: last year's report is another object
        const auto done = [&report](const Step &one) {
            Report next = report;
            const bool isTaken = next.apply({{}, {one}, {}, true}).has_value();
            return std::pair(isTaken, next);
        };
        QVERIFY(done(*again) == done(step));
        KeptBytes others;
        QCOMPARE(*toKept(*again, report, others), *kept);
    }

    void onlyWhatDiffersIsKept()
    {
        KeptBytes large;
        const QJsonObject text
            = body(*toKept(SetText{kOverview, 0, QStringLiteral("一二九四五六")}, someReport(), large));
        QCOMPARE(text.value(u"at").toInt(), 2);
        QCOMPARE(text.value(u"cut").toInt(), 1);
        QCOMPARE(text.value(u"put").toString(), QStringLiteral("九"));
        Report report = someReport();
        QList<Illustration> illustrations = report.illustrations();
        illustrations.append(illustrations.first());
        illustrations.last().caption = QStringLiteral("再");
        const QJsonObject list = body(*toKept(SetIllustrations{illustrations}, report, large));
        QCOMPARE(list.value(u"put").toArray().size(), 1);
        QCOMPARE(large.keys(), QStringList{keyOf("png")});
        QVERIFY(!QJsonDocument(list).toJson().contains("cG5n")); // base64 of the picture
    }

    void noCharacterIsCutInTwo_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("then");
        QTest::newRow("the same first half") << QStringLiteral("a😀b") << QStringLiteral("a😁b");
        QTest::newRow("the same second half") << QStringLiteral("a😀b") << QStringLiteral("a🤀b");
        QTest::newRow("one more of the same") << QStringLiteral("😀") << QStringLiteral("😀😁😀");
        QTest::newRow("none left") << QStringLiteral("😀😀") << QString();
    }
    void noCharacterIsCutInTwo()
    {
        QFETCH(QString, now);
        QFETCH(QString, then);
        Report report = someReport();
        QVERIFY(report.apply({{}, {SetText{kOverview, 0, now}}}));
        KeptBytes large;
        const auto kept = toKept(SetText{kOverview, 0, then}, report, large);
        const auto stored = QJsonDocument::fromJson(QJsonDocument(*kept).toJson()).object();
        const auto step = fromKept(stored, report, {});
        QVERIFY(step);
        QCOMPARE(std::get<SetText>(*step).text, then);
    }

    void whatIsNoStepIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
        row("nothing", "{}");
        row("two at once", R"({"set_form": {"form": "2021"}, "set_cell": {}})");
        row("an unknown one", R"({"drop_table": {}})");
        row("no object", R"({"set_text": 5})");
        row("a text that is a number", R"({"set_form": {"form": 5}})");
        row("no place", R"({"set_text": {"section": "overview", "index": 0}})");
        row("a place beyond the text",
            R"({"set_text": {"section": "overview", "index": 0, "at": 7, "cut": 0, "put": ""}})");
        row("more cut than there is",
            R"({"set_text": {"section": "overview", "index": 0, "at": 5, "cut": 2, "put": ""}})");
        row("a negative place",
            R"({"set_text": {"section": "overview", "index": 0, "at": -1, "cut": 0, "put": ""}})");
        row("half a place",
            R"({"set_text": {"section": "overview", "index": 0, "at": 0.5, "cut": 0, "put": ""}})");
        row("a place without end",
            R"({"set_text": {"section": "overview", "index": 0, "at": 1e300, "cut": 0, "put": ""}})");
        row("a number that is none", R"({"set_cell": {"cell": "disclosure.fees.amount", "value": "x"}})");
        row("a count that is none",
            R"({"set_channels": {"at": 0, "cut": 0, "put": [{"name": "a", "count": "1e3", "categories": []}]}})");
        row("a member that is none", R"({"set_channels": {"at": 0, "cut": 0, "put": ["a"]}})");
        row("a list that is a text", R"({"set_figures": {"at": 0, "cut": 0, "put": "a"}})");
        row("an unknown state", R"({"set_review": {"state": "lost", "revision": 1}})");
        row("last year's that cannot be read", R"({"set_prior": {"report": "key"}})");
    }
    void whatIsNoStepIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto document = QJsonDocument::fromJson(json);
        QVERIFY(document.isObject());
        QVERIFY(!fromKept(
            document.object(), someReport(), [](const QString &) { return QByteArray("no JSON"); }));
    }

    void aMoveIsTheOneThatWasMadeLast()
    {
        Review before;
        before.events = {{ReviewAction::Send}};
        Review after = before;
        QCOMPARE(moveBetween(before, after), QString());
        for (const ReviewAction action : reviewActions()) {
            after.events = before.events + QList<ReviewEvent>{{action}};
            QCOMPARE(moveBetween(before, after), toString(action));
        }
        QCOMPARE(moveBetween(after, before), QString());
    }

    void aNumberIsToldWhole_data()
    {
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("went");
        QTest::addColumn<QString>("came");
        const auto around = [](const char *middle) {
            return QString(60, u'前') + QString::fromUtf8(middle) + QString(60, u'后');
        };
        const auto row
            = [&](const char *name, const char *old, const char *now, const char *went, const char *came) {
                  QTest::newRow(name)
                      << around(old) << around(now) << QString::fromUtf8(went) << QString::fromUtf8(came);
              };
        row("its last digit changed", "66条", "68条", "66", "68");
        row("its first digit changed", "166条", "266条", "166", "266");
        row("a digit in the middle", "163条", "173条", "163", "173");
        row("a digit more", "6条", "66条", "6", "66");
        row("a digit less", "166条", "66条", "166", "66");
        row("words beside a number", "收到66条", "共66条", "收到", "共");
        row("two numbers", "1和25", "2和35", "1和25", "2和35");
    }
    void aNumberIsToldWhole()
    {
        QFETCH(QString, old);
        QFETCH(QString, now);
        const auto told
            = withSpans({{Place::subSection(SectionId(QStringLiteral("overview")), 0), old, now}});
        QCOMPARE(told.size(), 1);
        QTEST(*told.first().old, "went");
        QTEST(*told.first().now, "came");
        const Place &place = told.first().place;
        QCOMPARE(now.mid(place.start(), place.length()), *told.first().now);
    }
};

QTEST_GUILESS_MAIN(KeptStepTest)
#include "tst_keptstep.moc"
