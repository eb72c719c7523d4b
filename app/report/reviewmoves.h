// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

// How a report moves from desk to desk: one table, state by action, and what each move must bring.

/// A move that somebody wants to make.
struct ReviewMove {
    ReviewAction action = ReviewAction::Send;
    QString who{};
    QString at{}; // ISO 8601, UTC
    QString words{}; // opinion of forward and approve; reason of return, reopen and correct (the 更正说明)
    std::optional<PaperApproval> paper{}; // approve: one of the two
    std::optional<Seal> seal{};
    std::optional<HandOver> handOver{}; // submit
    std::optional<Publication> publication{}; // publish
};

/// Whether the table has a move from here. What it must bring, and whether the report is ready, is not asked.
bool mayMove(const Review &review, ReviewAction action);
/// The action that leads the report on from here, for its one button; nullopt: its way is done.
std::optional<ReviewAction> nextMove(const Review &review);
/// On the report's way; the others lead back.
bool leadsOn(ReviewAction action);
/// Whether that person has done their part and another is to move: while it is read, who sent it or agreed
/// and is not the one that the step names; who returned or approved what another had sent.
bool waitsForOthers(const Review &review, const QString &who);
/// Whether that person is led to a move that the table has: who sent it to withdrawing it. The others stay
/// possible all the same: one may hold two offices, and nobody logs in.
bool isTheirs(const Review &review, ReviewAction action, const QString &who);
/// Send and approve ask that no error is open and that each 需说明 is explained.
bool mustBeReady(ReviewAction action);
/// Return, reopen and correct.
bool hasReason(ReviewAction action);
/// Forward and approve: they may have one.
bool hasOpinion(ReviewAction action);

/// The review after it. Errors, `where` the action: MoveNotAllowed (detail: state), AlreadyHandedOver
/// (detail: to whom and when), NameMissing, ReasonMissing, ApprovalMissing (neither key nor paper, or both),
/// RecipientMissing, AddressMissing, BadDate.
Result<Review> afterMove(const Review &review, const ReviewMove &move);

/// The number of the move that approved what is approved now, counted from 1; 0: none did.
int lastApproval(const Review &review);
/// The moves of this revision since it was last sent, the sending included; oldest first.
QList<ReviewEvent> thisRound(const Review &review);
/// The number of the move, counted from 1, that sent the report as its readers last saw it: of the round
/// before this one in review, of the last one while it is worked on again; 0: none saw it yet.
int previousRound(const Review &review);
/// Agreed, in the order of the chain, as the 签批单 shows it: of this round, but of no round that was
/// returned.
QList<ReviewEvent> opinions(const Review &review);

/// The report as it starts anew at this desk, whoever had it: drafted, without opinions and hand-over. What
/// it says, its revision and the comments stay.
Report asDraft(const Report &report);
/// The report without what is talked about it: no comments, of the review only state, revision, correction
/// and what sealed it. What a picture of a move keeps.
Report withoutTalk(const Report &report);
bool hasTalk(const Report &report); // that this would take out

/// The report as it is handed over: no comments; of the moves action, name and time.
Report forHandOver(const Report &report);

} // namespace nianbao
