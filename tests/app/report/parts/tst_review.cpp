// SPDX-License-Identifier: MulanPSL-2.0
#include "parttest.h"

using namespace nianbao;

class ReviewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMoveGoesBack()
    {
        Report report = test::filledReport();
        const Report before = report;
        const auto done = report.apply(Change::of({}, SetReview{{ReviewState::InReview, 2}}));
        QVERIFY(done && done->review);
        QVERIFY(report.review() == (Review{ReviewState::InReview, 2}));
        QVERIFY(report.apply(done->inverse));
        QVERIFY(report == before);
    }

    void theFormatKeepsOfTheMovesTheOpinionsAlone()
    {
        Report report = test::filledReport();
        Review review{ReviewState::Approved, 3};
        review.chain = {
            {QStringLiteral("核稿"), QStringLiteral("李")}, {QStringLiteral("签发"), QStringLiteral("陈")}};
        review.events = {{ReviewAction::Send, QStringLiteral("王"), QStringLiteral("2026-01-18T01:00:00Z")},
            {ReviewAction::Forward, QStringLiteral("李"), QStringLiteral("2026-01-19T01:00:00Z"),
                QStringLiteral("同意"), 1, QStringLiteral("核稿")},
            {ReviewAction::Approve, QStringLiteral("陈"), QStringLiteral("2026-01-20T01:00:00Z"),
                QStringLiteral("发"), 2, QStringLiteral("签发")}};
        review.seal = Seal{QStringLiteral("00"), QStringLiteral("陈"), QStringLiteral("2026-01-20T01:00:00Z"),
            QByteArrayLiteral("key"), QByteArrayLiteral("signature")};
        review.correction = QStringLiteral("更正一处");
        review.handedOver = {{QStringLiteral("2026-01-21T01:00:00Z"), QStringLiteral("区"),
            QStringLiteral("00"), {QStringLiteral("a.pdf")}}};
        review.published = Publication{QStringLiteral("2026-01-25"), QStringLiteral("https://a.gov.cn")};
        QVERIFY(report.apply(Change::of({}, SetReview{review})));
        const auto again = reportFromJson(reportToJson(report));
        QVERIFY(again);
        QVERIFY(again->report.review() != review);
        review.events.removeFirst();
        QVERIFY(again->report.review() == review);
        QVERIFY(again->notices.isEmpty());
    }

    void theUsualChainIsOfTwo()
    {
        QCOMPARE(Review().steps().size(), 2);
        QCOMPARE(Review().steps().first().role, QStringLiteral("核稿"));
        Report report = test::filledReport();
        QVERIFY(report.apply(Change::of({}, SetChain{{{QStringLiteral("签发"), QStringLiteral("陈")}}})));
        QCOMPARE(report.review().steps().size(), 1);
    }

    void whatAFileMaySayHasBounds_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no such state") << QByteArray(R"("review": {"state": "lost"})");
        QTest::newRow("revision 0") << QByteArray(R"("review": {"revision": 0})");
        QTest::newRow("a step before the first") << QByteArray(R"("review": {"step": -1})");
        QTest::newRow("a key that is not in base64")
            << QByteArray(R"("seal": {"digest": "", "by": "", "at": "", "key": "%", "signature": ""})");
    }
    void whatAFileMaySayHasBounds()
    {
        QFETCH(QByteArray, json);
        QVERIFY(reportFromJson(R"({"format": "nianbao-report", "version": 1, "year": 2021,
            "organisation": {"name": "柳林镇人民政府"}})"));
        const auto read = reportFromJson(R"({"format": "nianbao-report", "version": 1, "year": 2021,
            "organisation": {"name": "柳林镇人民政府"}, )"
            + json + '}');
        QVERIFY(!read);
        QVERIFY2(!read.error().where.isEmpty(), qPrintable(read.error().detail));
    }

    void reviewStatesHaveNames()
    {
        for (const auto state : {ReviewState::Drafting, ReviewState::InReview, ReviewState::Returned,
                 ReviewState::Approved, ReviewState::Submitted, ReviewState::Published})
            QVERIFY(reviewStateFromString(toString(state)) == state);
        QVERIFY(!reviewStateFromString(QStringLiteral("lost")));
    }
};

QTEST_GUILESS_MAIN(ReviewTest)
#include "tst_review.moc"
