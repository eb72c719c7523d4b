// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"
#include "place.h"

#include <QList>

namespace nianbao {

class Report;

/// What is looked for in all words of a report. Capitals and full-width characters count as small and
/// half-width ones, unless they are to be told apart.
struct TextQuery {
    QString words{};
    bool tellsCase = false;
    bool tellsWidth = false;
    bool operator==(const TextQuery &) const = default;
};

/// A text as the query compares it, unit by unit: as long as the text itself, so that places are the same.
QString folded(const QString &text, const TextQuery &how);

/// Words that are said about the report and stand in none of its places.
struct FoundTalk {
    int comment = 0; // its number; 0: they are in no comment
    int answer = -1; // of the comment; -1: its own words
    QString finding{}; // the key of the one they explain; empty: they are in no explanation
    qsizetype start = 0;
    bool isCorrection = false; // they are in the 更正说明, which is printed
    bool isNone() const { return comment == 0 && finding.isEmpty() && !isCorrection; }
    bool isOfSame(const FoundTalk &other) const
    {
        return comment == other.comment && finding == other.finding && isCorrection == other.isCorrection;
    }
    bool operator==(const FoundTalk &) const = default;
};

/// One place that was found.
struct TextHit {
    enum class Standing {
        Sure,
        Doubtful, // it is perhaps not meant when all are replaced
        Fixed // nothing that words can be put in the place of: a figure, a date
    };
    Place place{}; // of words with their range as they are stored, live figures whole; of a figure its cell
    FoundTalk talk{}; // then the place is nowhere
    QString before{}; // words around them as they are read, at most to the ends of their sentence
    QString found{};
    QString after{};
    Standing standing = Standing::Sure;
    Phrase reason{}; // why it is doubtful or fixed
    bool operator==(const TextHit &) const = default;
};

struct TextHits {
    QList<TextHit> list{}; // in the order of the contents
    bool isCut = false; // there are more
};

inline constexpr qsizetype kMostHits = 1000; // nobody reads more; after these are replaced the others come

/// All places in texts, headings, facts, notes, captions and names of channels; where the words are a number
/// also the cells that have it. Behind them the 更正说明, comments with their answers, and explanations:
/// fixed, since they are what somebody said. What is shown is searched: a live figure is found by its value,
/// and is fixed. A category that stands under several channels is one place, under the first of them.
TextHits findText(const Report &report, const TextQuery &query, qsizetype most = kMostHits);

} // namespace nianbao
