// SPDX-License-Identifier: MulanPSL-2.0
#include "reportplaces.h"

#include "testreports.h"

#include <QTest>

using namespace nianbao;

namespace {

const SectionId kOverview(QStringLiteral("overview"));
const QString kText = QStringLiteral("全年收到申请三件，答复三件。");

Channel channel(const char *name, const QStringList &categories = {})
{
    Channel made{QString::fromUtf8(name), {}, {}};
    for (const QString &category : categories)
        made.categories.append({category, 1});
    return made;
}

Illustration chart(const char *place, const char *caption)
{
    return {*Place::parse(QLatin1String(place)), 1, QStringLiteral("chart"), QString::fromUtf8(caption),
        QStringLiteral("channels"), {}, {}};
}

QList<Channel> channels()
{
    return {channel("网站", {QStringLiteral("公文"), QStringLiteral("动态")}), channel("公众号"),
        channel("公开栏")};
}

QList<Illustration> illustrations()
{
    return {chart("overview/1", "渠道"), chart("overview/2", "申请"), chart("overview/3", "结果")};
}

/// Three sub-sections in the overview, three channels, an illustration in each sub-section.
Report start()
{
    Report report = test::filledReport();
    Change change;
    for (auto i = report.subSections(kOverview).size(); i > 0; --i)
        change.steps.append(RemoveSubSection{kOverview, int(i) - 1});
    for (int i = 0; i < 3; ++i)
        change.steps.append(InsertSubSection{kOverview, i, {QStringLiteral("标题%1").arg(i), kText}});
    change.steps.append(SetChannels{channels()});
    change.steps.append(SetIllustrations{illustrations()});
    change.steps.append(SetNote{CellId(QStringLiteral("requests.received.other")), QStringLiteral("含转送")});
    if (!report.apply(change))
        qFatal("the report cannot be made");
    return report;
}

} // namespace

class ReportPlacesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTextStandsThere_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("entry");
        const auto row = [](const char *place, const QString &text, const char *entry) {
            QTest::newRow(place) << QString::fromLatin1(place) << text << QString::fromLatin1(entry);
        };
        const Report report = start();
        row("overview/2", kText, "overview/2");
        row("overview/2/heading", QStringLiteral("标题1"), "overview/2");
        row("channels/2", QStringLiteral("公众号"), "channels");
        row("channels/1/2", QStringLiteral("动态"), "channels");
        row("illustrations/3/caption", QStringLiteral("结果"), "overview/3");
        row("requests.received.other/note", QStringLiteral("含转送"), "requests");
        row("organisation/name", report.fact(fact::kName), "organisation");
        row("allowed_words", QString(), "organisation");
        row("introduction", report.fact(fact::kIntroduction), "introduction");
        row("people/signed", report.fact(fact::kSigned), "introduction");
        row("table_notes/requests", QString(), "requests");
    }
    void aTextStandsThere()
    {
        QFETCH(QString, place);
        QFETCH(QString, text);
        QFETCH(QString, entry);
        Report report = start();
        const Place at = *Place::parse(place);
        QCOMPARE(textAt(report, at), std::optional(text));
        QCOMPARE(entryOf(report, at).toString(), entry);
        const auto step = withTextAt(report, at, QStringLiteral("别的话"));
        QVERIFY(step);
        QVERIFY(report.apply(Change::of({}, *step)));
        QCOMPARE(textAt(report, at), std::optional(QStringLiteral("别的话")));
    }

    void noTextStandsThere()
    {
        const Report report = start();
        for (const char *words : {"overview/4", "overview/4/heading", "overview", "problems/9", "preface/1",
                 "channels", "channels/4", "channels/1/3", "channels/2/1", "illustrations/4/caption",
                 "illustrations/1", "illustrations/1/picture", "organisation/soul", "organisation",
                 "requests.received.total", "requests", "report"}) {
            const Place place = *Place::parse(QLatin1String(words));
            QVERIFY2(!textAt(report, place), words);
            QVERIFY2(!withTextAt(report, place, QStringLiteral("甲")), words);
        }
        QVERIFY(!textAt(report, Place()));
        QVERIFY(entryOf(report, Place()).isNowhere());
        QVERIFY(entryOf(report, *Place::parse(QStringLiteral("illustrations/4"))).isNowhere());
        QCOMPARE(entryOf(report, *Place::parse(QStringLiteral("requests.received.total"))).toString(),
            QStringLiteral("requests"));
    }

    void aPlaceMoves_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("then"); // empty: gone
        const auto row = [](const char *name, const Step &step, const char *place, const char *then) {
            QTest::newRow(name) << step << QString::fromLatin1(place) << QString::fromLatin1(then);
        };
        row("a sub-section before it", InsertSubSection{kOverview, 0, {}}, "overview/2", "overview/3");
        row("a sub-section before its heading", InsertSubSection{kOverview, 1, {}}, "overview/2/heading",
            "overview/3/heading");
        row("a sub-section behind it", InsertSubSection{kOverview, 2, {}}, "overview/2", "overview/2");
        row("the one before it goes", RemoveSubSection{kOverview, 0}, "overview/2", "overview/1");
        row("it goes itself", RemoveSubSection{kOverview, 1}, "overview/2/heading", "");
        row("it moves", MoveSubSection{kOverview, 1, 2}, "overview/2", "overview/3");
        row("another moves past it", MoveSubSection{kOverview, 0, 2}, "overview/2", "overview/1");
        row("one of another section goes", RemoveSubSection{SectionId(QStringLiteral("problems")), 0},
            "overview/1", "overview/1");
        row("an illustration goes with its sub-section", RemoveSubSection{kOverview, 1},
            "illustrations/2/caption", "");
        row("an illustration behind one that goes with its sub-section", RemoveSubSection{kOverview, 1},
            "illustrations/3", "illustrations/2");
        row("an illustration stays in its list when a sub-section comes", InsertSubSection{kOverview, 0, {}},
            "illustrations/3", "illustrations/3");

        auto list = channels();
        list.removeAt(0);
        row("a channel before it goes", SetChannels{list}, "channels/3", "channels/2");
        row("the channel goes", SetChannels{list}, "channels/1/2", "");
        list.append(channel("电视台"));
        list.prepend(channel("电台"));
        row("channels go and come around it", SetChannels{list}, "channels/2", "channels/2");
        list = channels();
        list.swapItemsAt(0, 2);
        row("channels change places", SetChannels{list}, "channels/1/2", "channels/3/2");
        row("one between them stays", SetChannels{list}, "channels/2", "channels/2");
        row("no channel at all is moved", SetChannels{list}, "channels", "channels");
        list = channels();
        list[0].categories.prepend({QStringLiteral("规章"), 2});
        row("a category comes before it", SetChannels{list}, "channels/1/2", "channels/1/3");
        row("its channel stays", SetChannels{list}, "channels/1", "channels/1");
        list[0].categories = {{QStringLiteral("动态"), 1}};
        row("a category goes", SetChannels{list}, "channels/1/1", "");
        row("the one behind it", SetChannels{list}, "channels/1/2", "channels/1/1");
        list = channels();
        list[1].name = QStringLiteral("微信公众号");
        row("a channel is renamed", SetChannels{list}, "channels/2", "channels/2");
        row("a channel is renamed: the words of its name", SetChannels{list}, "channels/2#0+2",
            "channels/2#2+2");

        auto charts = illustrations();
        charts.removeAt(0);
        row("an illustration before it goes", SetIllustrations{charts}, "illustrations/3/picture",
            "illustrations/2/picture");
        row("the illustration goes", SetIllustrations{charts}, "illustrations/1", "");
        charts = illustrations();
        charts[1].caption = QStringLiteral("历年申请");
        row("words in a caption", SetIllustrations{charts}, "illustrations/2/caption#0+2",
            "illustrations/2/caption#2+2");

        row("words before a passage", SetText{kOverview, 0, QStringLiteral("据统计，") + kText},
            "overview/1#4+2", "overview/1#8+2");
        row("words in the text of another", SetText{kOverview, 1, QStringLiteral("据统计，") + kText},
            "overview/1#4+2", "overview/1#4+2");
        row("the passage is replaced", SetText{kOverview, 0, QStringLiteral("全年无申请。")},
            "overview/1#2+4", "");
        row("a text for all that stays", SetText{kOverview, 0, {}}, "overview/1", "overview/1");
        row("words of a heading", SetHeading{kOverview, 0, QStringLiteral("大标题0")},
            "overview/1/heading#0+2", "overview/1/heading#1+2");
        row("words of a fact",
            SetFact{QLatin1String(fact::kIntroduction), QStringLiteral("说明：本报告如下。")},
            "introduction#0+3", "introduction#3+3");
        row("a fact taken away with its words", SetFact{QLatin1String(fact::kIntroduction), std::nullopt},
            "introduction#0+3", "");
        row("words of a note",
            SetNote{CellId(QStringLiteral("requests.received.other")), QStringLiteral("均含转送")},
            "requests.received.other/note#0+1", "requests.received.other/note#1+1");
        row("a cell that the new form has not", SetForm{QStringLiteral("2021-single-other")},
            "requests.other_misc.total", "");
        row("a cell that it has", SetForm{QStringLiteral("2021-single-other")}, "requests.granted.total/note",
            "requests.granted.total/note");
        row("a figure", SetCell{CellId(QStringLiteral("requests.received.other")), Amount::fromInteger(1)},
            "requests.received.other", "requests.received.other");
    }
    void aPlaceMoves()
    {
        QFETCH(Step, step);
        QFETCH(QString, place);
        QFETCH(QString, then);
        Report before = start();
        QVERIFY(before.apply(
            Change::of({}, SetFact{QLatin1String(fact::kIntroduction), QStringLiteral("本报告如下。")})));
        const auto textOf = [](const Report &report, const QString &words) {
            const auto at = Place::parse(words.section(u'#', 0, 0));
            return at ? textAt(report, *at).value_or(QString()) : QString();
        };
        const Place at = *Place::parse(place, textOf(before, place));
        const auto there = moved(at, step, before);
        if (then.isEmpty()) {
            QVERIFY2(!there, there ? qPrintable(there->toString()) : "");
            return;
        }
        QVERIFY(there);
        Report now = before;
        if (!std::holds_alternative<SetForm>(step)) // cells are to be cleared first
            QVERIFY(now.apply(Change::of({}, step)));
        QCOMPARE(there->toString(textOf(now, then)), then);
    }

    /// What a view is told of an edit leads it to the same place, over several steps and back.
    void aPlaceFollowsAnEdit()
    {
        const Report before = start();
        Report now = before;
        const Change change{{},
            {InsertSubSection{kOverview, 0, {}}, MoveSubSection{kOverview, 2, 0},
                SetText{kOverview, 0, QStringLiteral("据统计，") + kText}}};
        const auto done = now.apply(change);
        QVERIFY(done);
        const Place second = Place::subSection(kOverview, 1);
        const auto there = moved(second.withRange(4, 2), *done, now);
        QVERIFY(there && *there == Place::subSection(kOverview, 0).withRange(8, 2));
        const auto undone = now.apply(done->inverse);
        QVERIFY(undone && now == before);
        const auto again = moved(*there, *undone, now);
        QVERIFY(again && *again == second.withRange(4, 2));
    }
};

QTEST_GUILESS_MAIN(ReportPlacesTest)
#include "tst_reportplaces.moc"
