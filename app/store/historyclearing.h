// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "history.h"

namespace nianbao {

// 从历史中清除: content goes out of the history for good, rows stay. Marks of the same length take its place,
// so that every other row still leads back. Only characters that the history itself holds are touched, never
// the report. A sentence goes wherever it stood in any state, with every character of it, also where it was
// typed or deleted piece by piece. Of a row goes what it took away, and of texts also what it put, wherever
// that is kept now; its figures become blank, its pictures nothing. That a review moved is never cleared.

/// In the caller's transaction, with secure_delete on; the number of rows that lost something. Errors:
/// NoSuchRow, MoveStays, those of History::rows().
Result<int> clearHistory(Database &db, const History &history, const Clearing &what);

/// Where the report itself holds the sentence; nullopt: nowhere.
std::optional<Place> placeOf(const QString &sentence, const Report &report);

/// Whether any text of the file holds it, as it stands or as JSON spells it.
Result<bool> holds(Database &db, const QString &sentence);

} // namespace nianbao
