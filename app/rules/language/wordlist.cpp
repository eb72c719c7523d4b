// SPDX-License-Identifier: MulanPSL-2.0
#include "wordlist.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace nianbao {

namespace {

constexpr size_t kRoom = 1 << 17; // three times as many as there are words
constexpr int kCostOfMore = 14; // of a word that is usual in reports: as a word met once in 16,000
constexpr int kCostOfUnknown = 20; // of a character that is no word
constexpr int kCostOfEach = 2; // few words are likelier than many

size_t placeOf(WordKey word) { return (word * 0x9E3779B97F4A7C15ull) >> 47; } // 17 bits

} // namespace

WordList::WordList() : m_words(kRoom), m_costs(kRoom)
{
    QFile file(QStringLiteral(":/rules/wordlist.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the word list is missing");
    const QJsonObject words
        = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("words")).toObject();
    for (auto it = words.constBegin(); it != words.constEnd(); ++it) {
        const int cost = it.key().toInt();
        for (const auto &line : it.value().toArray()) {
            const QString text = line.toString();
            for (const QStringView word : QStringView(text).tokenize(u' '))
                add(wordKey(word), cost);
        }
    }
}

const WordList &WordList::shipped()
{
    static const WordList list;
    return list;
}

void WordList::add(WordKey word, int cost)
{
    size_t at = placeOf(word);
    while (m_words[at] != 0 && m_words[at] != word)
        at = (at + 1) % kRoom;
    m_words[at] = word;
    m_costs[at] = quint8(cost);
}

int WordList::costOf(WordKey word) const
{
    for (size_t at = placeOf(word); m_words[at] != 0; at = (at + 1) % kRoom) {
        if (m_words[at] == word)
            return m_costs[at];
    }
    return 0;
}

Segments::Segments(QStringView stretch, const QSet<WordKey> &more)
{
    const WordList &list = WordList::shipped();
    const auto size = static_cast<size_t>(stretch.size());
    std::vector<int> costs(size + 1, std::numeric_limits<int>::max()); // of what is before each place
    std::vector<qsizetype> lengths(size + 1, 1); // of the word that ends there
    costs[0] = 0;
    for (size_t start = 0; start < size; ++start) {
        WordKey key = 0;
        for (size_t length = 1; length <= size_t(kLongestWord) && start + length <= size; ++length) {
            key = (key << 16) | stretch[qsizetype(start + length - 1)].unicode();
            int cost = list.costOf(key);
            if (cost == 0 && more.contains(key))
                cost = kCostOfMore;
            if (cost == 0 && length == 1)
                cost = kCostOfUnknown;
            if (cost > 0 && costs[start] + cost + kCostOfEach < costs[start + length]) {
                costs[start + length] = costs[start] + cost + kCostOfEach;
                lengths[start + length] = qsizetype(length);
            }
        }
    }
    for (auto end = qsizetype(size); end > 0; end = m_words.back().start)
        m_words.push_back({end - lengths[size_t(end)], end});
    std::reverse(m_words.begin(), m_words.end());
    for (size_t i = 0; i < m_words.size(); ++i)
        m_wordOf.insert(m_wordOf.end(), static_cast<size_t>(m_words[i].size()), i);
}

} // namespace nianbao
