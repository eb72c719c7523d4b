// SPDX-License-Identifier: MulanPSL-2.0
#include "permissions.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace nianbao;

using State = Permissions::State;
using Action = Permissions::Action;

class PermissionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The whole table, as review.md will have it grow.
    void everyActionInEveryState_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<Action>("action");
        QTest::addColumn<bool>("may");
        QSet<std::pair<int, int>> seen;
        const auto row = [&seen](const char *name, State state, Action action, bool may) {
            seen.insert({int(state), int(action)});
            QTest::newRow(name) << state << action << may;
        };
        const auto rows = [&row](State state, const char *name, std::array<bool, 5> may) {
            constexpr std::array kActions{std::pair(Action::EditContent, "content"),
                std::pair(Action::Explain, "explanations"), std::pair(Action::Comment, "comments"),
                std::pair(Action::Move, "moves"), std::pair(Action::Undo, "a step back")};
            for (size_t i = 0; i < kActions.size(); ++i)
                row(qPrintable(
                        QStringLiteral("%1: %2").arg(QLatin1String(name), QLatin1String(kActions[i].second))),
                    state, kActions[i].first, may[i]);
        };
        rows(State::Drafting, "while it is drafted", {true, true, true, true, true});
        rows(State::InReview, "while it is read", {false, true, true, true, true});
        rows(State::Returned, "once it came back", {true, true, true, true, true});
        rows(State::Approved, "once it is approved", {false, false, true, true, true});
        rows(State::Submitted, "once the district has it", {false, false, true, true, true});
        rows(State::Published, "once everybody has it", {false, false, true, true, true});
        rows(State::ReadOnly, "who may only look", {false, false, false, false, false});
        QCOMPARE(seen.size(), (qsizetype(State::Last) + 1) * (qsizetype(Action::Last) + 1));
    }
    void everyActionInEveryState()
    {
        QFETCH(State, state);
        QFETCH(Action, action);
        QFETCH(bool, may);
        const bool mayWrite = state != State::ReadOnly;
        const Permissions permissions(
            mayWrite, Review{mayWrite ? ReviewState(state) : ReviewState::Drafting});
        QCOMPARE(permissions.may(action), may);
        QCOMPARE(permissions.state(), state);
    }

    void aMoveIsAllowedWhereTheReviewHasItAndTheFileTakesIt()
    {
        const Review drafted;
        for (const ReviewAction action : reviewActions()) {
            QCOMPARE(Permissions(true, drafted).may(action), action == ReviewAction::Send);
            QVERIFY(!Permissions(false, drafted).may(action));
        }
    }

    void aChangeNeeds_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<Action>("needed");
        QSet<size_t> kinds;
        const auto row = [&kinds](const char *name, const QList<Step> &steps, Action needed) {
            for (const Step &step : steps)
                kinds.insert(step.index());
            QTest::newRow(name) << steps << needed;
        };
        row("a figure", {SetCell{}}, Action::EditContent);
        row("a note", {SetNote{}}, Action::EditContent);
        row("a declared total", {SetDeclared{}}, Action::EditContent);
        row("a fact", {SetFact{}}, Action::EditContent);
        row("a new sub-section", {InsertSubSection{}}, Action::EditContent);
        row("one less", {RemoveSubSection{}}, Action::EditContent);
        row("another order", {MoveSubSection{}}, Action::EditContent);
        row("a heading", {SetHeading{}}, Action::EditContent);
        row("a text", {SetText{}}, Action::EditContent);
        row("channels", {SetChannels{}}, Action::EditContent);
        row("illustrations", {SetIllustrations{}}, Action::EditContent);
        row("last year's report", {SetPrior{}}, Action::EditContent);
        row("a move", {SetReview{}}, Action::Move);
        row("the chain of those who read", {SetChain{}}, Action::EditContent);
        row("a comment", {SetComment{}}, Action::Comment);
        row("where a comment hangs", {MoveComment{}}, Action::Comment);
        row("a comment that an edit carried along", {SetText{}, SetComment{}}, Action::EditContent);
        row("the form", {SetForm{}}, Action::EditContent);
        row("an explanation", {SetExplanation{}}, Action::Explain);
        row("a rule switched off", {SetRuleOff{}}, Action::Explain);
        row("an explanation with a figure", {SetExplanation{}, SetCell{}}, Action::EditContent);
        QCOMPARE(
            kinds.size(), qsizetype(std::variant_size_v<StepKinds>)); // a new kind of step asks for its row
    }
    void aChangeNeeds()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(Action, needed);
        QCOMPARE(Permissions::neededFor({{}, steps, {}}), needed);
    }
};

QTEST_GUILESS_MAIN(PermissionsTest)
#include "tst_permissions.moc"
