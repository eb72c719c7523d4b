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

    void theFormatDoesNotSayIt()
    {
        Report report = test::filledReport();
        const QByteArray before = reportToJson(report);
        QVERIFY(report.apply(Change::of({}, SetReview{{ReviewState::Approved, 3}})));
        QCOMPARE(reportToJson(report), before);
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
