// SPDX-License-Identifier: MulanPSL-2.0
#include "permissions.h"

#include <QSet>
#include <QTest>

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
        row("who may edit edits the content", State::Editable, Action::EditContent, true);
        row("who may edit explains", State::Editable, Action::Explain, true);
        row("who may edit takes a step back", State::Editable, Action::Undo, true);
        row("who may look edits nothing", State::ReadOnly, Action::EditContent, false);
        row("who may look explains nothing", State::ReadOnly, Action::Explain, false);
        row("who may look takes nothing back", State::ReadOnly, Action::Undo, false);
        QCOMPARE(seen.size(), (qsizetype(State::Last) + 1) * (qsizetype(Action::Last) + 1));
    }
    void everyActionInEveryState()
    {
        QFETCH(State, state);
        QFETCH(Action, action);
        QFETCH(bool, may);
        QCOMPARE(Permissions(state).may(action), may);
        QCOMPARE(Permissions(state).state(), state);
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
        row("the review", {SetReview{}}, Action::EditContent);
        row("the form", {SetForm{}}, Action::EditContent);
        row("an explanation", {SetExplanation{}}, Action::Explain);
        row("a rule switched off", {SetRuleOff{}}, Action::Explain);
        row("an explanation with a figure", {SetExplanation{}, SetCell{}}, Action::EditContent);
        QCOMPARE(kinds.size(), qsizetype(std::variant_size_v<Step>)); // a new kind of step asks for its row
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
