// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reviewmoves.h"
#include "verification.h"

namespace nianbao {

class Session;

// The words of the review, in the user's language: one place for window, command line and history.

/// "2026-01-20 09:05", in this computer's time; what is no time stays as it is.
QString timeWords(const QString &at);
QString stateWords(ReviewState state); // 起草中, 审阅中 …
QString moveWords(ReviewAction action); // 送审, 撤回 …
/// "审阅中 · 签发": with the step whose turn it is.
QString stateWords(const Review &review);
/// "核稿（党政办主任）".
QString stepWords(const ChainStep &step);
/// Whose turn it is; empty: nobody's.
QString turnWords(const Review &review);
/// For the person who has done their part: who is to move, and what can be done meanwhile. file: its name.
/// Empty: they do not wait.
QString waitingWords(const Report &report, const QString &who, const QString &file);
/// What a verification says, in whole sentences: what it found, and what it cannot tell. isCompared: the
/// known key is not only the first that was met.
QString verdictWords(const Verification &verification, bool isCompared);
/// The same of an open report, with what this computer knows of its body's key.
QString verdictWords(const Session &session);

} // namespace nianbao
