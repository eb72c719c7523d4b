// SPDX-License-Identifier: MulanPSL-2.0
#include "reviewmoves.h"

#include "testreports.h"

#include <QSet>
#include <QTest>

using namespace nianbao;

namespace {

using enum ReviewState;

const QString kTime = QStringLiteral("2026-01-20T01:02:03Z");

/// Where a report of two readers can stand.
struct Stand {
    const char *name;
    ReviewState state;
    int step;
    bool hasOpinion;
};
constexpr Stand kStands[]{{"drafted", Drafting, 0, false}, {"with the first reader", InReview, 1, false},
    {"with the last reader", InReview, 2, true}, {"returned", Returned, 0, false},
    {"approved", Approved, 0, true}, {"submitted", Submitted, 0, true}, {"published", Published, 0, true}};

Review reviewAt(const Stand &stand)
{
    Review review{stand.state, 1, stand.step};
    if (stand.state != Drafting)
        review.events.append({ReviewAction::Send, QStringLiteral("王"), kTime});
    if (stand.hasOpinion)
        review.events.append(
            {ReviewAction::Forward, QStringLiteral("李"), kTime, {}, 1, QStringLiteral("核稿")});
    if (stand.state == Submitted || stand.state == Published)
        review.handedOver.append({kTime, QStringLiteral("区"), {}, {}});
    return review;
}

using ReviewMoves = QList<std::pair<ReviewAction, QString>>; // and whose

/// With all that it needs.
ReviewMove complete(ReviewAction action)
{
    ReviewMove move{action, QStringLiteral("陈"), kTime, QStringLiteral("因此")};
    if (action == ReviewAction::Approve)
        move.paper = PaperApproval{QStringLiteral("陈"), QStringLiteral("2026-01-20"), QStringLiteral("00")};
    if (action == ReviewAction::Submit)
        move.handOver = HandOver{kTime, QStringLiteral("区"), QStringLiteral("00"), {}};
    if (action == ReviewAction::Publish)
        move.publication = Publication{QStringLiteral("2026-01-25"), QStringLiteral("https://a.gov.cn")};
    return move;
}

} // namespace

class ReviewMovesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// review.md §1; what is not in it is refused.
    void everyActionInEveryState_data()
    {
        QTest::addColumn<int>("stand");
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("leadsTo"); // a state; -1: refused
        using enum ReviewAction;
        const QHash<std::pair<int, int>, ReviewState> allowed{{{0, int(Send)}, InReview},
            {{1, int(Withdraw)}, Drafting}, {{1, int(Forward)}, InReview}, {{1, int(Return)}, Returned},
            {{2, int(Return)}, Returned}, {{2, int(Approve)}, Approved}, {{3, int(Send)}, InReview},
            {{4, int(Reopen)}, Drafting}, {{4, int(Submit)}, Submitted}, {{4, int(Publish)}, Published},
            {{5, int(Publish)}, Published}, {{5, int(Correct)}, Drafting}, {{6, int(Correct)}, Drafting}};
        for (int stand = 0; stand < int(std::size(kStands)); ++stand) {
            for (const ReviewAction action : reviewActions()) {
                const auto found = allowed.constFind({stand, int(action)});
                QTest::addRow("%s, %s", kStands[stand].name, qPrintable(toString(action)))
                    << stand << int(action) << (found == allowed.constEnd() ? -1 : int(*found));
            }
        }
    }
    void everyActionInEveryState()
    {
        QFETCH(int, stand);
        QFETCH(int, action);
        QFETCH(int, leadsTo);
        const Review review = reviewAt(kStands[stand]);
        const ReviewMove move = complete(ReviewAction(action));
        QCOMPARE(mayMove(review, move.action), leadsTo >= 0);
        const auto next = afterMove(review, move);
        QCOMPARE(next.has_value(), leadsTo >= 0);
        if (!next) {
            const bool isAgain = move.action == ReviewAction::Submit && review.state == Submitted;
            QCOMPARE(next.error().code, isAgain ? ErrorCode::AlreadyHandedOver : ErrorCode::MoveNotAllowed);
            QCOMPARE(next.error().where, toString(move.action));
            return;
        }
        QCOMPARE(int(next->state), leadsTo);
        QCOMPARE(next->events.size(), review.events.size() + 1);
        QVERIFY(next->events.last().action == move.action);
        QCOMPARE(next->events.last().who, move.who);
        QCOMPARE(next->step > 0, next->state == InReview);
    }

    void whatAMoveLacksIsSaid_data()
    {
        QTest::addColumn<int>("stand");
        QTest::addColumn<ReviewMove>("move");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, int stand, ReviewAction action, auto &&spoil, ErrorCode code) {
            ReviewMove move = complete(action);
            spoil(move);
            QTest::newRow(name) << stand << move << code;
        };
        using enum ReviewAction;
        row(
            "sent by nobody", 0, Send, [](ReviewMove &m) { m.who = QStringLiteral(" "); },
            ErrorCode::NameMissing);
        row(
            "returned without a reason", 1, Return, [](ReviewMove &m) { m.words.clear(); },
            ErrorCode::ReasonMissing);
        row(
            "reopened without a reason", 4, Reopen, [](ReviewMove &m) { m.words = QStringLiteral("\n"); },
            ErrorCode::ReasonMissing);
        row(
            "corrected without saying what", 6, Correct, [](ReviewMove &m) { m.words.clear(); },
            ErrorCode::ReasonMissing);
        row(
            "approved by nothing", 2, Approve, [](ReviewMove &m) { m.paper.reset(); },
            ErrorCode::ApprovalMissing);
        row(
            "approved by both", 2, Approve, [](ReviewMove &m) { m.seal = Seal(); },
            ErrorCode::ApprovalMissing);
        row(
            "signed by nobody", 2, Approve, [](ReviewMove &m) { m.paper->signedBy.clear(); },
            ErrorCode::NameMissing);
        row(
            "signed on no day", 2, Approve, [](ReviewMove &m) { m.paper->date = QStringLiteral("昨天"); },
            ErrorCode::BadDate);
        row(
            "signed on a day that is not", 2, Approve,
            [](ReviewMove &m) { m.paper->date = QStringLiteral("2026-02-30"); }, ErrorCode::BadDate);
        row(
            "submitted to nobody", 4, Submit, [](ReviewMove &m) { m.handOver->to.clear(); },
            ErrorCode::RecipientMissing);
        row(
            "published nowhere", 4, Publish, [](ReviewMove &m) { m.publication->address.clear(); },
            ErrorCode::AddressMissing);
        row(
            "published on no day", 4, Publish, [](ReviewMove &m) { m.publication->date.clear(); },
            ErrorCode::BadDate);
    }
    void whatAMoveLacksIsSaid()
    {
        QFETCH(int, stand);
        QFETCH(ReviewMove, move);
        QFETCH(ErrorCode, code);
        const auto next = afterMove(reviewAt(kStands[stand]), move);
        QVERIFY(!next);
        QCOMPARE(next.error().code, code);
    }

    void aChainIsReadToItsEnd()
    {
        for (int steps = 1; steps <= 5; ++steps) {
            Review review;
            for (int i = 0; i < steps; ++i)
                review.chain.append({QStringLiteral("步%1").arg(i), QStringLiteral("某")});
            review = *afterMove(review, complete(ReviewAction::Send));
            for (int i = 1; i < steps; ++i) {
                QVERIFY(!mayMove(review, ReviewAction::Approve));
                review = *afterMove(review, complete(ReviewAction::Forward));
                QCOMPARE(review.events.last().role, QStringLiteral("步%1").arg(i - 1));
            }
            QVERIFY(!mayMove(review, ReviewAction::Forward));
            review = *afterMove(review, complete(ReviewAction::Approve));
            QCOMPARE(opinions(review).size(), steps);
        }
    }

    void nobodyWithdrawsWhatSomebodyAgreedTo()
    {
        Review review = reviewAt(kStands[1]);
        QVERIFY(mayMove(review, ReviewAction::Withdraw));
        review = *afterMove(review, complete(ReviewAction::Forward));
        QVERIFY(!mayMove(review, ReviewAction::Withdraw));
    }

    void whatWasReturnedWasNotAgreedTo()
    {
        Review review = reviewAt(kStands[2]);
        QCOMPARE(opinions(review).size(), 1);
        review = *afterMove(review, complete(ReviewAction::Return));
        QVERIFY(opinions(review).isEmpty());
        review = *afterMove(review, complete(ReviewAction::Send));
        QVERIFY(opinions(review).isEmpty());
        QCOMPARE(review.step, 1); // the whole chain again
        QCOMPARE(thisRound(review).size(), 1);
    }

    void whatReopensIsNotApprovedAnyMore()
    {
        Review review = *afterMove(reviewAt(kStands[2]), complete(ReviewAction::Approve));
        QCOMPARE(lastApproval(review), 3);
        QVERIFY(review.paper);
        review = *afterMove(review, complete(ReviewAction::Reopen));
        QVERIFY(!review.paper && !review.seal);
        QCOMPARE(lastApproval(review), 0);
        QCOMPARE(review.revision, 1);
    }

    void aCorrectionIsANewRevision()
    {
        Review review = *afterMove(reviewAt(kStands[5]), complete(ReviewAction::Publish));
        QVERIFY(review.published);
        const auto corrected = afterMove(review, complete(ReviewAction::Correct));
        QCOMPARE(corrected->revision, 2);
        QCOMPARE(corrected->correction, QStringLiteral("因此"));
        QVERIFY(!corrected->published && !corrected->paper);
        QCOMPARE(corrected->handedOver.size(), 1); // what the district has is known still
    }

    void theWayLeadsOn()
    {
        const auto next = [](int stand) { return nextMove(reviewAt(kStands[stand])); };
        using enum ReviewAction;
        QVERIFY(next(0) == Send);
        QVERIFY(next(1) == Forward);
        QVERIFY(next(2) == Approve);
        QVERIFY(next(3) == Send);
        QVERIFY(next(4) == Submit);
        QVERIFY(next(5) == Publish);
        QVERIFY(!next(6));
    }

    void theOneWhoHasDoneTheirPartWaits_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<ReviewMoves>("moves");
        QTest::addColumn<bool>("waits");
        using enum ReviewAction;
        const QString clerk = QStringLiteral("王");
        const QString head = QStringLiteral("李");
        const QString mayor = QStringLiteral("陈");
        const ReviewMoves sent{{Send, clerk}};
        const ReviewMoves agreed = sent + ReviewMoves{{Forward, head}};
        const ReviewMoves returned = agreed + ReviewMoves{{Return, mayor}};
        const ReviewMoves approved = agreed + ReviewMoves{{Approve, mayor}};
        QTest::newRow("nobody has sent it") << clerk << ReviewMoves{} << false;
        QTest::newRow("who sent it") << clerk << sent << true;
        QTest::newRow("who reads it first") << head << sent << false;
        QTest::newRow("who agreed") << head << agreed << true;
        QTest::newRow("who sent it, still") << clerk << agreed << true;
        QTest::newRow("who reads it last") << mayor << agreed << false;
        QTest::newRow("who returned it") << mayor << returned << true;
        QTest::newRow("whom it came back to") << clerk << returned << false;
        QTest::newRow("who withdrew it") << clerk << sent + ReviewMoves{{Withdraw, clerk}} << false;
        QTest::newRow("who approved it") << mayor << approved << true;
        QTest::newRow("who submits it") << clerk << approved << false;
        QTest::newRow("who recorded the approval on paper")
            << clerk << agreed + ReviewMoves{{Approve, clerk}} << false;
        QTest::newRow("who sent what they read themselves by name")
            << QStringLiteral("党政办主任") << ReviewMoves{{Send, QStringLiteral("党政办主任")}} << false;
        QTest::newRow("who submitted it") << clerk << approved + ReviewMoves{{Submit, clerk}} << false;
    }
    void theOneWhoHasDoneTheirPartWaits()
    {
        QFETCH(QString, who);
        QFETCH(ReviewMoves, moves);
        QFETCH(bool, waits);
        Review review;
        for (const auto &[action, by] : moves) {
            ReviewMove move = complete(action);
            move.who = by;
            const auto next = afterMove(review, move);
            QVERIFY(next);
            review = *next;
        }
        QCOMPARE(waitsForOthers(review, who), waits);
        for (const ReviewAction action : reviewActions()) {
            const bool is = action == ReviewAction::Withdraw ? !moves.isEmpty() && moves.first().second == who
                : action == ReviewAction::Reopen             ? true
                                                             : !waits;
            QCOMPARE(isTheirs(review, action, who), mayMove(review, action) && is);
        }
    }

    void whatIsHandedOverIsNotTalk()
    {
        Report report = test::filledReport();
        Review review = reviewAt(kStands[6]);
        review.events.append({ReviewAction::Return, QStringLiteral("陈"), kTime, QStringLiteral("不同意"), 2,
            QStringLiteral("签发")});
        QVERIFY(report.apply({{},
            {SetReview{review},
                SetComment{
                    1, Comment{Place::report(), QStringLiteral("问"), QStringLiteral("陈"), kTime}}}}));
        const Report handed = forHandOver(report);
        QVERIFY(handed.comments().isEmpty());
        QCOMPARE(handed.review().events.size(), review.events.size());
        for (qsizetype i = 0; i < review.events.size(); ++i) {
            const ReviewEvent &event = handed.review().events[i];
            QVERIFY(event.words.isEmpty());
            QCOMPARE(event.who, review.events[i].who);
            QCOMPARE(event.at, review.events[i].at);
            QVERIFY(event.action == review.events[i].action);
        }
        QVERIFY(handed.review().state == Published);
        QVERIFY(withoutTalk(report).review().events.isEmpty());
        QVERIFY(asDraft(report).review().state == Drafting);
        QCOMPARE(asDraft(report).comments().size(), 1);
    }

    void whatReadersSawLastIsTheRoundBefore_data()
    {
        QTest::addColumn<QList<ReviewAction>>("moves");
        QTest::addColumn<ReviewState>("state");
        QTest::addColumn<int>("number");
        using enum ReviewAction;
        using enum ReviewState;
        const QList<ReviewAction> once{Send}, back{Send, Return}, twice{Send, Return, Send},
            reopened{Send, Forward, Approve, Reopen};
        QTest::newRow("never sent") << QList<ReviewAction>() << Drafting << 0;
        QTest::newRow("first round") << once << InReview << 0;
        QTest::newRow("returned from it") << back << Returned << 1;
        QTest::newRow("second round") << twice << InReview << 1;
        QTest::newRow("reopened after it was approved") << reopened << Drafting << 1;
        QTest::newRow("returned from the second") << twice + QList<ReviewAction>{Return} << Returned << 3;
    }
    void whatReadersSawLastIsTheRoundBefore()
    {
        QFETCH(QList<ReviewAction>, moves);
        QFETCH(ReviewState, state);
        QFETCH(int, number);
        Review review;
        review.state = state;
        for (const ReviewAction action : moves)
            review.events.append({action, QStringLiteral("张一"), {}, {}, 0, {}});
        QCOMPARE(previousRound(review), number);
    }
};

QTEST_GUILESS_MAIN(ReviewMovesTest)
#include "tst_reviewmoves.moc"
