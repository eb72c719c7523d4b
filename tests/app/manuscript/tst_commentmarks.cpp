// SPDX-License-Identifier: MulanPSL-2.0
#include "commentmarks.h"
#include "commentorder.h"
#include "reportmanuscript.h"
#include "reportplaces.h"
#include "testreports.h"

#include <QTest>

using namespace nianbao;
using namespace nianbao::test;

namespace {

QString line(const MarginMark &mark)
{
    QStringList words{QString::number(mark.number)};
    for (const MarginMark::Passage &passage : mark.passages)
        words.append(QStringLiteral("%1:%2 %3[%4]")
                         .arg(passage.place.toString())
                         .arg(passage.place.paragraph())
                         .arg(passage.before, passage.words));
    return words.join(QStringLiteral(" | "));
}

Report written()
{
    const SectionId overview(QStringLiteral("overview"));
    Report report = filledReport();
    const auto done = report.apply({{},
        {RemoveSubSection{overview, 0}, InsertSubSection{overview, 0, {{}, QStringLiteral("总的说。")}},
            InsertSubSection{overview, 1,
                {QStringLiteral("依申请公开"),
                    QStringLiteral("收到{{requests.received.total}}件。\n\n答复及时。")}},
            InsertSubSection{overview, 2, {{}, {}}},
            SetCell{CellId(QStringLiteral("requests.received.individual")), Amount::fromInteger(7316)},
            SetNote{CellId(QStringLiteral("disclosure.regulations.issued")), QStringLiteral("其中修订2件")},
            SetFact{
                QLatin1String(fact::kTableNote) + QStringLiteral("requests"), QStringLiteral("不含\n咨询。")},
            SetFact{QLatin1String(fact::kTitle), QStringLiteral("张村镇\n年度报告")},
            SetFact{QLatin1String(fact::kDate), QStringLiteral("2022-01-05")},
            SetFact{QLatin1String(fact::kName), QStringLiteral("张村镇人民政府")}}});
    if (!done)
        qFatal("the report cannot be made: %s", qPrintable(done.error().where));
    return report;
}

Report commented(Report report, const QStringList &places)
{
    int id = 0;
    for (const QString &words : places) {
        const auto place = placeIn(report, words);
        if (!place || !report.apply(Change::of({}, SetComment{++id, Comment{*place, words, {}, {}}})))
            qFatal("no comment there: %s", qPrintable(words));
    }
    return report;
}

QList<MarginMark> marksOf(const Report &report)
{
    return commentMarks(report, manuscriptOf(report).parts.front().blocks);
}

} // namespace

class TestCommentMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCommentStandsAtItsInk_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("mark");
        const auto row = [](const char *name, const char *place, const char *mark) {
            QTest::newRow(name) << QString::fromUtf8(place) << QString::fromUtf8(mark);
        };
        row("a cell", "requests.received.total", "1 | requests.received.total:-1 []");
        row("a note of a cell", "disclosure.regulations.issued/note",
            "1 | disclosure.regulations.issued:-1 []");
        row("a section", "overview", "1 | overview:-1 []");
        row("a table", "requests", "1 | requests:-1 []");
        row("a text with a heading", "overview/2", "1 | overview/2/heading:-1 []");
        row("a text without one", "overview/1", "1 | overview/1:0 []");
        row("a text without a word", "overview/3", "1 | overview:-1 []");
        row("a heading that is not there", "overview/1/heading", "1 | overview/1:0 []");
        row("words of a heading", "overview/2/heading#1+2", "1 | overview/2/heading:-1 （一）依[申请]");
        row("words of a text", "overview/1#1+2", "1 | overview/1:0 总[的说]");
        row("behind a live figure", "overview/2#29+1", "1 | overview/2:0 收到7316[件]");
        row("a live figure itself", "overview/2#2+27", "1 | overview/2:0 收到[7316]");
        row("over two paragraphs", "overview/2#29+6",
            "1 | overview/2:0 收到7316[件。] | overview/2:2 [答复]");
        row("words under a table", "table_notes/requests#3+2", "1 | table_notes/requests:-1 不含\n[咨询]");
        row("the title", "title#3+2", "1 | title:-1 张村镇[\n年]");
        row("the date stands with the signature", "date", "1 | signature:-1 []");
        row("a fact that is not printed", "organisation/phone", "1");
        row("the whole report", "report", "1");
    }
    void aCommentStandsAtItsInk()
    {
        QFETCH(QString, place);
        QFETCH(QString, mark);
        const auto marks = marksOf(commented(written(), {place}));
        QCOMPARE(marks.size(), 1);
        QCOMPARE(line(marks.first()), mark);
    }

    void theyCarryWhatWasSaid_data()
    {
        QTest::addColumn<Comment>("comment");
        QTest::addColumn<QStringList>("remarks");
        const Place cell = Place::cell(CellId(QStringLiteral("requests.received.total")));
        const Comment asked{cell, QStringLiteral("请核对。"), QStringLiteral("王主任"),
            QStringLiteral("2022-01-05T01:02:03Z")};
        QTest::newRow("a comment") << asked
                                   << QStringList{QStringLiteral("请核对。|王主任|2022-01-05T01:02:03Z")};
        Comment answered = asked;
        answered.answers = {{QStringLiteral("已改。"), QStringLiteral("李丽"), QStringLiteral("2022-01-06")}};
        QTest::newRow("a comment with an answer")
            << answered
            << QStringList{QStringLiteral("请核对。|王主任|2022-01-05T01:02:03Z"),
                   QStringLiteral("已改。|李丽|2022-01-06")};
        Comment gone = asked;
        gone.isGone = true;
        QTest::newRow("what it spoke of is gone")
            << gone << QStringList{QStringLiteral("（所指内容已删除）请核对。|王主任|2022-01-05T01:02:03Z")};
        Comment elsewhere = asked;
        elsewhere.place = Place::fact(QLatin1String(fact::kPhone));
        QTest::newRow("what it speaks of is not printed")
            << elsewhere << QStringList{QStringLiteral("（电话）请核对。|王主任|2022-01-05T01:02:03Z")};
        elsewhere.place = Place::report();
        QTest::newRow("the whole report")
            << elsewhere << QStringList{QStringLiteral("请核对。|王主任|2022-01-05T01:02:03Z")};
    }
    void theyCarryWhatWasSaid()
    {
        QFETCH(Comment, comment);
        QFETCH(QStringList, remarks);
        Report report = written();
        QVERIFY(report.apply(Change::of({}, SetComment{1, comment})));
        const auto marks = marksOf(report);
        QCOMPARE(marks.size(), 1);
        QStringList found;
        for (const MarginMark::Remark &remark : marks.first().remarks)
            found.append(QStringList{remark.text, remark.who, remark.at}.join(u'|'));
        QCOMPARE(found, remarks);
    }

    void theyAreNumberedInTheOrderOfTheDocument()
    {
        Report report = commented(written(),
            {QStringLiteral("report"), QStringLiteral("other/1"), QStringLiteral("requests.received.total"),
                QStringLiteral("overview/2#34+1"), QStringLiteral("overview/2#0+1"), QStringLiteral("title"),
                QStringLiteral("title")});
        QCOMPARE(commentsInOrder(report), (QList<int>{6, 7, 5, 4, 3, 2, 1}));
        QCOMPARE(openComments(report), commentsInOrder(report));
        Comment done = report.comments()[5];
        done.resolved = true;
        QVERIFY(report.apply(Change::of({}, SetComment{5, done})));
        QCOMPARE(openComments(report), (QList<int>{6, 7, 4, 3, 2, 1}));
        const auto marks = marksOf(report);
        QCOMPARE(marks.size(), 6);
        QCOMPARE(marks[2].number, 3);
        QCOMPARE(marks[2].passages.first().place,
            Place::subSection(SectionId(QStringLiteral("overview")), 1).inParagraph(2));
    }
};

QTEST_GUILESS_MAIN(TestCommentMarks)
#include "tst_commentmarks.moc"
