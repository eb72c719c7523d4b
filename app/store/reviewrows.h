// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "reportjson.h"

namespace nianbao {

class Database;

// Review, seal, hand-over and comments as rows of the newest schema, and the picture of the report at each
// move. No transaction of their own.

Result<> writeReview(Database &db, const Report &report);
Result<> writeComments(Database &db, const Report &report);
/// After an edit that moved none of them: the file counts characters, where memory counts UTF-16 units, and
/// two of these may have become one character.
Result<> recountPlaces(Database &db, const Report &report);
/// Errors: Damaged with what makes no sense.
Result<> readReview(Database &db, const QString &path, Change &change);
/// Into a report whose texts are there already: ranges are counted in their characters.
Result<> readComments(Database &db, const QString &path, const Report &report, Change &change);

/// What large bytes a picture names goes where the history keeps the same.
Result<> keepBytes(Database &db, const KeptBytes &large);
/// How many moves the file knows.
Result<int> countMoves(Database &db);
/// Of the report as its last move left it.
Result<> keepPicture(Database &db, const Report &report);
/// Of a move, counted from 1; nullopt: it was cleared, or never kept. Errors: Damaged.
Result<std::optional<Report>> pictureAt(Database &db, int move, const QString &path);
/// Those of the seal or of the signature on paper alone, into an empty file.
Result<> copySealedPicture(Database &from, Database &into, const Review &review);
/// Those that hold the sentence; any: all that do not show what the report shows now. How many went.
Result<int> clearPictures(Database &db, const Report &present, const QString &sentence, bool any);

} // namespace nianbao
