// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace nianbao {

/// A word as it is compared with others: of hanzi or letters, a number with its %, a live figure, one mark.
struct Word {
    enum class Kind { Letters, Number, Figure, Mark, Space, End }; // End: of a paragraph
    // Borders behind a word: how well a person begins to read there.
    static constexpr int kInside = 1;
    static constexpr int kItem = 2; // 、
    static constexpr int kClause = 3; // ，
    static constexpr int kSentence = 4; // 。
    static constexpr int kEnd = 5;

    qsizetype start = 0;
    qsizetype length = 0;
    int id = 0; // the same for equal words
    Kind kind = Kind::Letters;
    int weight = 0; // what it says by itself: characters of hanzi, 2 of a number; 0 of marks and of 的
    int border = kInside;
    bool closes = false; // ” 》 ）: what stands before it goes on
};

/// All of a text, without a gap. ids: of the words that were met, to be shared by the texts that are
/// compared.
QList<Word> wordsOf(const QString &text, QHash<QString, int> &ids);

/// The number of a text among those that were met, and the next one for a new text.
template <typename Text> int idOf(const Text &text, QHash<Text, int> &ids)
{
    const auto known = ids.constFind(text);
    return known != ids.constEnd() ? *known : *ids.insert(text, int(ids.size()));
}

/// Indexes of the longest run of members that rise, of a list without equal members.
QList<qsizetype> longestRise(const QList<qsizetype> &list);

} // namespace nianbao
