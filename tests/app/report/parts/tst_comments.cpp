// SPDX-License-Identifier: MulanPSL-2.0
#include "parttest.h"
#include "reportplaces.h"
#include "reviewmoves.h"

using namespace nianbao;

namespace {

const SectionId kOverview(QStringLiteral("overview"));

Report withText(const QString &text)
{
    Report report = test::filledReport();
    if (!report.apply(Change::of({}, SetText{kOverview, 0, text})))
        qFatal("no such text");
    return report;
}

Comment commentAt(const Place &place)
{
    return {place, QStringLiteral("写清楚"), QStringLiteral("陈立"), QStringLiteral("2026-01-16T01:00:00Z")};
}

} // namespace

class CommentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// On "公开栏" in 镇公开栏张贴; the place after the steps, and the passage it then speaks of.
    void aCommentGoesWithItsWords_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("isGone");
        const Step typedBefore = SetText{kOverview, 0, QStringLiteral("本镇公开栏张贴")};
        const Step deleted = SetText{kOverview, 0, QStringLiteral("镇张贴")};
        QTest::newRow("typed before it") << QList<Step>{typedBefore} << "overview/1#2+3" << false;
        QTest::newRow("typed behind it")
            << QList<Step>{SetText{kOverview, 0, QStringLiteral("镇公开栏张贴。")}} << "overview/1#1+3"
            << false;
        QTest::newRow("beyond the first plane before it")
            << QList<Step>{SetText{kOverview, 0, QStringLiteral("😀镇公开栏张贴")}} << "overview/1#2+3"
            << false;
        QTest::newRow("a sub-section above it")
            << QList<Step>{InsertSubSection{kOverview, 0, {}}} << "overview/2#1+3" << false;
        QTest::newRow("its words are deleted") << QList<Step>{deleted} << "overview/1" << true;
        QTest::newRow("its sub-section is removed")
            << QList<Step>{RemoveSubSection{kOverview, 0}} << "overview" << true;
        QTest::newRow("a figure elsewhere")
            << QList<Step>{SetCell{CellId(QStringLiteral("requests.received.other")), Amount::fromInteger(1)}}
            << "overview/1#1+3" << false;
        QTest::newRow("several in one edit") << QList<Step>{typedBefore, InsertSubSection{kOverview, 0, {}},
            InsertSubSection{kOverview, 1, {}}}
                                             << "overview/3#2+3" << false;
    }
    void aCommentGoesWithItsWords()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(QString, place);
        QFETCH(bool, isGone);
        Report report = withText(QStringLiteral("镇公开栏张贴"));
        QVERIFY(report.apply(
            Change::of({}, SetComment{1, commentAt(Place::subSection(kOverview, 0).withRange(1, 3))})));
        const Report before = report;
        const auto done = report.apply({{}, steps});
        QVERIFY(done);
        const Comment comment = report.comments().value(1);
        QCOMPARE(placeWords(report, comment.place), place);
        QCOMPARE(comment.isGone, isGone);
        QCOMPARE(done->comments, !(report.comments() == before.comments()));
        // as files have it
        const auto again = reportFromJson(reportToJson(report));
        QVERIFY(again);
        QVERIFY(again->report.comments() == report.comments());
        QVERIFY(report.apply(done->inverse));
        QVERIFY(report == before);
    }

    void itHangsOnAnythingAReportHas_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place : {"report", "title", "introduction", "organisation/name", "people/signed",
                 "overview", "overview/1", "overview/1/heading", "requests", "requests.received.individual",
                 "requests.received.individual/note", "table_notes/requests", "channels", "date"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    void itHangsOnAnythingAReportHas()
    {
        QFETCH(QString, place);
        Report report = test::filledReport();
        const auto at = placeIn(report, place);
        QVERIFY(at);
        QVERIFY(report.apply(Change::of({}, SetComment{7, commentAt(*at)})));
        QCOMPARE(placeWords(report, report.comments().value(7).place), place);
        const auto again = reportFromJson(reportToJson(report));
        QVERIFY(again && again->report == report);
    }

    void itIsRefused_data()
    {
        QTest::addColumn<Place>("place");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nowhere") << Place() << QStringLiteral("字") << ErrorCode::NoSuchPlace;
        QTest::newRow("a sub-section that is not there")
            << Place::subSection(kOverview, 9) << QStringLiteral("字") << ErrorCode::NoSuchPlace;
        QTest::newRow("a cell of another form") << Place::cell(CellId(QStringLiteral("requests.x.y")))
                                                << QStringLiteral("字") << ErrorCode::NoSuchPlace;
        QTest::newRow("too many words")
            << Place::report() << QString(bounds::kReviewWords + 1, u'字') << ErrorCode::TooLong;
    }
    void itIsRefused()
    {
        QFETCH(Place, place);
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        Report report = test::filledReport();
        Comment comment = commentAt(place);
        comment.text = text;
        const auto done = report.apply(Change::of({}, SetComment{1, comment}));
        QVERIFY(!done);
        QCOMPARE(done.error().code, code);
        QVERIFY(report.comments().isEmpty());
    }

    void aRangeThatAFileStatesBeyondTheTextIsTheWholeText()
    {
        Report report = withText(QStringLiteral("三个字"));
        Change change
            = Change::of({}, SetComment{1, commentAt(Place::subSection(kOverview, 0).withRange(2, 90))});
        change.restores = true;
        QVERIFY(report.apply(change));
        QCOMPARE(placeWords(report, report.comments().value(1).place), QStringLiteral("overview/1"));
    }

    void itIsNoContent()
    {
        Report report = test::filledReport();
        const QByteArray before = reportToJson(withoutTalk(report));
        QVERIFY(report.apply(Change::of({}, SetComment{1, commentAt(Place::report())})));
        QVERIFY(reportToJson(report) != before);
        QCOMPARE(reportToJson(withoutTalk(report)), before);
        QCOMPARE(reportToJson(forHandOver(report)), before);
    }

    /// A number beyond all is not given, so that the file opens again.
    void numbersStayWithinTheirBounds()
    {
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetComment{bounds::kLastComment, commentAt(Place::report())})));
        QCOMPARE(report.parts().comments.nextId(), 1);
        QVERIFY(report.apply(Change::of({}, SetComment{1, commentAt(Place::report())})));
        QCOMPARE(report.parts().comments.nextId(), 2);
        QVERIFY(
            !report.apply(Change::of({}, SetComment{bounds::kLastComment + 1, commentAt(Place::report())})));
    }

    /// What the history keeps of a comment that went with its words is where it hung, not what it says.
    void onlyItsPlaceIsKeptWhenItMoves()
    {
        Report report = withText(QStringLiteral("镇公开栏张贴"));
        QVERIFY(report.apply(
            Change::of({}, SetComment{1, commentAt(Place::subSection(kOverview, 0).withRange(1, 3))})));
        const Report before = report;
        const auto moved
            = report.apply(Change::of({}, SetText{kOverview, 0, QStringLiteral("本镇公开栏张贴")}));
        QVERIFY(moved);
        QCOMPARE(moved->inverse.steps.size(), 2);
        QVERIFY(std::holds_alternative<MoveComment>(moved->inverse.steps.last()));
        QVERIFY(report.apply(moved->inverse));
        QVERIFY(report == before);
        QVERIFY(!report.apply(Change::of({}, MoveComment{7, Place::report(), false}))); // of none
        QVERIFY(!report.apply(Change::of({}, MoveComment{1, Place::subSection(kOverview, 99), false})));
    }
};

QTEST_GUILESS_MAIN(CommentsTest)
#include "tst_comments.moc"
