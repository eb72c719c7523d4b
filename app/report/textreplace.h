// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "change.h"
#include "textsearch.h"

namespace nianbao {

/// Other words in the places that were found, as one change.
struct TextReplacement {
    Change change{}; // without words for the undo menu; no steps: nothing becomes different
    int count = 0; // places that have other words
    int left = 0; // places that stay: the words are no longer there, or the new ones could not stand there
};

/// hits: places of findText with that query, in any order. A place stays when its words are gone, when it is
/// a figure or a date, when a live figure would come or go, or a channel or category would be without a name
/// or have that of another. A category is renamed under each channel. Errors: those of Report::apply, as
/// TooLong.
Result<TextReplacement> replaceText(
    const Report &report, const TextQuery &query, const QList<Place> &hits, const QString &words);

} // namespace nianbao
