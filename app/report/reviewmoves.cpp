// SPDX-License-Identifier: MulanPSL-2.0
#include "reviewmoves.h"

#include "bounds.h"
#include "cleantext.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace nianbao {

namespace {

enum class Turn { Any, BeforeOpinion, NotLast, Last }; // of the chain

/// review.md §1, line by line.
struct Move {
    ReviewAction action;
    QList<ReviewState> from;
    Turn turn;
    ReviewState to;
};

const QList<Move> &moves()
{
    using enum ReviewState;
    static const QList<Move> table{
        {ReviewAction::Send, {Drafting, Returned}, Turn::Any, InReview},
        {ReviewAction::Withdraw, {InReview}, Turn::BeforeOpinion, Drafting},
        {ReviewAction::Forward, {InReview}, Turn::NotLast, InReview},
        {ReviewAction::Return, {InReview}, Turn::Any, Returned},
        {ReviewAction::Approve, {InReview}, Turn::Last, Approved},
        {ReviewAction::Reopen, {Approved}, Turn::Any, Drafting},
        {ReviewAction::Submit, {Approved}, Turn::Any, Submitted},
        {ReviewAction::Publish, {Approved, Submitted}, Turn::Any, Published},
        {ReviewAction::Correct, {Submitted, Published}, Turn::Any, Drafting},
    };
    return table;
}

const Move &moveOf(ReviewAction action)
{
    return *std::find_if(
        moves().cbegin(), moves().cend(), [action](const Move &move) { return move.action == action; });
}

bool isTurn(const Review &review, Turn turn)
{
    switch (turn) {
    case Turn::Any: break;
    case Turn::BeforeOpinion: return opinions(review).isEmpty();
    case Turn::NotLast: return review.step < review.steps().size();
    case Turn::Last: return review.step >= review.steps().size();
    }
    return true;
}

bool isDate(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() && text.size() == 10 && day.year() >= bounds::kFirstYear
        && day.year() <= bounds::kLastYear + 1;
}

/// Characters that cannot be seen say nothing.
bool isBlank(const QString &text) { return cleanText(text).trimmed().isEmpty(); }

/// What the move lacks.
std::optional<Error> missing(const ReviewMove &move)
{
    const QString action = toString(move.action);
    if (isBlank(move.who))
        return Error{ErrorCode::NameMissing, action};
    if (hasReason(move.action) && isBlank(move.words))
        return Error{ErrorCode::ReasonMissing, action};
    if (move.action == ReviewAction::Approve) {
        if (move.paper.has_value() == move.seal.has_value())
            return Error{ErrorCode::ApprovalMissing, action};
        if (move.paper && isBlank(move.paper->signedBy))
            return Error{ErrorCode::NameMissing, action};
        if (move.paper && !isDate(move.paper->date))
            return Error{ErrorCode::BadDate, action, move.paper->date};
    }
    if (move.action == ReviewAction::Submit && (!move.handOver || isBlank(move.handOver->to)))
        return Error{ErrorCode::RecipientMissing, action};
    if (move.action == ReviewAction::Publish) {
        if (!move.publication || isBlank(move.publication->address))
            return Error{ErrorCode::AddressMissing, action};
        if (!isDate(move.publication->date))
            return Error{ErrorCode::BadDate, action, move.publication->date};
    }
    return std::nullopt;
}

/// Submitted already: to whom and when is worth more than that it is not allowed.
std::optional<Error> refusal(const Review &review, const ReviewMove &move)
{
    if (mayMove(review, move.action))
        return std::nullopt;
    const QString action = toString(move.action);
    const bool isAgain = move.action == ReviewAction::Submit && review.state == ReviewState::Submitted;
    if (isAgain && !review.handedOver.isEmpty()) {
        const HandOver &last = review.handedOver.last();
        return Error{ErrorCode::AlreadyHandedOver, action, last.to + u'\n' + last.at};
    }
    return Error{ErrorCode::MoveNotAllowed, action, toString(review.state)};
}

} // namespace

bool mayMove(const Review &review, ReviewAction action)
{
    const Move &move = moveOf(action);
    return move.from.contains(review.state) && isTurn(review, move.turn);
}

std::optional<ReviewAction> nextMove(const Review &review)
{
    for (const ReviewAction action : reviewActions()) {
        if (leadsOn(action) && mayMove(review, action))
            return action;
    }
    return std::nullopt;
}

bool leadsOn(ReviewAction action)
{
    using enum ReviewAction;
    constexpr std::array kOn{Send, Forward, Approve, Submit, Publish};
    return std::find(kOn.begin(), kOn.end(), action) != kOn.end();
}

bool waitsForOthers(const Review &review, const QString &who)
{
    const QList<ReviewEvent> round = thisRound(review);
    if (round.isEmpty())
        return false;
    const auto moved = [&who](const ReviewEvent &event) { return event.who == who; };
    switch (review.state) {
    case ReviewState::InReview:
        return std::any_of(round.cbegin(), round.cend(), moved)
            && review.steps().value(review.step - 1).name != who;
    case ReviewState::Returned:
    case ReviewState::Approved: return moved(round.last()) && !moved(round.first());
    case ReviewState::Drafting:
    case ReviewState::Submitted:
    case ReviewState::Published: break;
    }
    return false;
}

bool isTheirs(const Review &review, ReviewAction action, const QString &who)
{
    if (!mayMove(review, action))
        return false;
    const QList<ReviewEvent> round = thisRound(review);
    if (action == ReviewAction::Withdraw)
        return !round.isEmpty() && round.first().who == who;
    return action == ReviewAction::Reopen || !waitsForOthers(review, who);
}

bool mustBeReady(ReviewAction action)
{
    return action == ReviewAction::Send || action == ReviewAction::Approve;
}

bool hasReason(ReviewAction action)
{
    return action == ReviewAction::Return || action == ReviewAction::Reopen
        || action == ReviewAction::Correct;
}

bool hasOpinion(ReviewAction action)
{
    return action == ReviewAction::Forward || action == ReviewAction::Approve;
}

Result<Review> afterMove(const Review &review, const ReviewMove &move)
{
    if (const auto refused = refusal(review, move))
        return *refused;
    if (const auto lack = missing(move))
        return *lack;
    Review next = review;
    ReviewEvent event{move.action, move.who, move.at,
        hasReason(move.action) || hasOpinion(move.action) ? move.words : QString()};
    const QList<ChainStep> &chain = review.steps();
    if (review.state == ReviewState::InReview && move.action != ReviewAction::Withdraw) {
        event.step = review.step;
        event.role = chain.value(review.step - 1).role;
    }
    next.state = moveOf(move.action).to;
    next.step = 0;
    switch (move.action) {
    case ReviewAction::Send: next.step = 1; break;
    case ReviewAction::Forward: next.step = review.step + 1; break;
    case ReviewAction::Approve:
        next.paper = move.paper;
        next.seal = move.seal;
        break;
    case ReviewAction::Submit: next.handedOver.append(*move.handOver); break;
    case ReviewAction::Publish: next.published = move.publication; break;
    case ReviewAction::Correct:
        ++next.revision;
        next.correction = move.words;
        next.published.reset();
        [[fallthrough]];
    case ReviewAction::Reopen:
        next.paper.reset();
        next.seal.reset();
        break;
    case ReviewAction::Withdraw:
    case ReviewAction::Return: break;
    }
    next.events.append(event);
    return next;
}

int lastApproval(const Review &review)
{
    if (!review.seal && !review.paper)
        return 0;
    int number = int(review.events.size());
    while (number > 0 && review.events[number - 1].action != ReviewAction::Approve)
        --number;
    return number;
}

QList<ReviewEvent> thisRound(const Review &review)
{
    qsizetype first = review.events.size();
    while (first > 0 && review.events[first - 1].action != ReviewAction::Send)
        --first;
    return review.events.mid(std::max<qsizetype>(0, first - 1));
}

int previousRound(const Review &review)
{
    using enum ReviewState;
    int left = review.state == Drafting || review.state == Returned ? 1 : 2;
    for (qsizetype i = review.events.size(); i > 0; --i) {
        if (review.events[i - 1].action == ReviewAction::Send && --left == 0)
            return int(i);
    }
    return 0;
}

QList<ReviewEvent> opinions(const Review &review)
{
    QList<ReviewEvent> agreed;
    for (const ReviewEvent &event : thisRound(review)) {
        switch (event.action) {
        case ReviewAction::Forward:
        case ReviewAction::Approve: agreed.append(event); break;
        case ReviewAction::Send:
        case ReviewAction::Withdraw:
        case ReviewAction::Return:
        case ReviewAction::Reopen:
        case ReviewAction::Correct: agreed.clear(); break;
        case ReviewAction::Submit:
        case ReviewAction::Publish: break;
        }
    }
    return agreed;
}

namespace {

Report without(const Report &report, const Review &review)
{
    Report plain = report;
    Change change = Change::of({}, SetReview{review});
    change.restores = true;
    for (const int id : report.comments().keys())
        change.steps.append(SetComment{id, std::nullopt});
    std::ignore = plain.apply(change); // steps of what is there
    return plain;
}

} // namespace

Report asDraft(const Report &report)
{
    Review review;
    review.revision = report.review().revision;
    review.chain = report.review().chain;
    review.correction = report.review().correction;
    Report draft = report;
    Change change = Change::of({}, SetReview{review});
    change.restores = true;
    std::ignore = draft.apply(change);
    return draft;
}

namespace {

Review withoutTalk(const Review &all)
{
    Review review{all.state, all.revision, all.step};
    review.correction = all.correction;
    review.seal = all.seal;
    review.paper = all.paper;
    return review;
}

} // namespace

Report withoutTalk(const Report &report) { return without(report, withoutTalk(report.review())); }

bool hasTalk(const Report &report)
{
    return !report.comments().isEmpty() || report.review() != withoutTalk(report.review());
}

Report forHandOver(const Report &report)
{
    Review review = report.review();
    for (ReviewEvent &event : review.events)
        event.words.clear();
    return without(report, review);
}

} // namespace nianbao
