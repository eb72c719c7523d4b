// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "languagewords.h"

#include <vector>

namespace nianbao {

/// Usual words of one to four characters with how rare they are, from resources/rules/wordlist.json. Read
/// when it is first asked; that is why a report without a doubtful place never reads it.
class WordList {
public:
    static const WordList &shipped();
    /// Minus the logarithm to the base of two of the word's share of all words; 0: no such word.
    int costOf(WordKey word) const;

private:
    WordList();
    void add(WordKey word, int cost);

    std::vector<WordKey> m_words; // open addressing, 0: free
    std::vector<quint8> m_costs;
};

/// A stretch of hanzi cut into the words that are likeliest beside each other.
class Segments {
public:
    struct Word {
        qsizetype start = 0, end = 0; // in the stretch
        qsizetype size() const { return end - start; }
    };
    /// `more`: words that are usual here, beside the list's.
    Segments(QStringView stretch, const QSet<WordKey> &more);

    const Word &wordOf(qsizetype character) const
    {
        return m_words[m_wordOf[static_cast<size_t>(character)]];
    }
    const std::vector<Word> &words() const { return m_words; }

private:
    std::vector<Word> m_words{};
    std::vector<size_t> m_wordOf{}; // index of the word of each character
};

} // namespace nianbao
