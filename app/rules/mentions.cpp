// SPDX-License-Identifier: MulanPSL-2.0
#include "mentions.h"

#include <algorithm>
#include <utility>

namespace nianbao {

namespace {

constexpr int kNear = 4;
constexpr int kFar = 24;

bool endsClause(QChar c)
{
    static const QString marks = QStringLiteral("，。；、：！？,;:!?\n");
    return marks.contains(c);
}

/// Behind a word of a pattern that stands there; -1: it does not.
qsizetype behindWord(const QString &word, const QString &text, qsizetype at)
{
    if (word == u"。")
        return at == text.size() || endsClause(text[at]) || text[at].isSpace() ? at : -1;
    if (word == u"#") {
        qsizetype end = at;
        while (end < text.size() && end < at + kFar
            && (text[end].isDigit() || (end > at && (text[end] == u',' || text[end] == u'，'))))
            ++end;
        return end > at ? end : -1;
    }
    return QStringView(text).sliced(at).startsWith(word) ? at + word.size() : -1;
}

} // namespace

Mentions::Pattern Mentions::parsed(const QString &pattern)
{
    Pattern result;
    Part part;
    QString word;
    const auto endWord = [&] { part.words.append(std::exchange(word, {})); };
    const auto endPart = [&] {
        endWord();
        result.parts.append(std::exchange(part, {}));
    };
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'/') {
            endWord();
        } else if (c == u'+' || c == u'…') {
            endPart();
            const bool isFar = c == u'…' && i + 1 < pattern.size() && pattern[i + 1] == u'…';
            part.gap = c == u'+' ? 0 : isFar ? kFar : kNear;
            i += isFar ? 1 : 0;
        } else {
            word += c;
        }
    }
    endPart();
    return result;
}

bool Mentions::isPattern(const QString &pattern)
{
    const Pattern read = parsed(pattern);
    const QStringList &first = read.parts.first().words;
    const auto farGaps = std::count_if(
        read.parts.begin(), read.parts.end(), [](const Part &part) { return part.gap == kFar; });
    constexpr int kMostParts = 5; // each near gap may be filled in five ways
    return farGaps <= 1 && read.parts.size() <= kMostParts && !first.contains(QStringLiteral("#"))
        && !first.contains(QStringLiteral("。"))
        && std::none_of(read.parts.begin(), read.parts.end(),
            [](const Part &part) { return part.words.contains(QString()); });
}

void Mentions::add(const QStringList &patterns, bool counts)
{
    for (const QString &pattern : patterns) {
        if (!isPattern(pattern))
            continue;
        Pattern whole = parsed(pattern);
        whole.counts = counts;
        for (const QString &word : QStringList(whole.parts.first().words)) {
            whole.parts.first().words = {word};
            m_byFirst[word.front()].append(whole);
        }
    }
}

/// Behind the longest passage that the parts from this one on match; -1: none.
qsizetype Mentions::endOf(const Pattern &pattern, qsizetype part, const QString &text, qsizetype at)
{
    if (part == pattern.parts.size())
        return at;
    qsizetype longest = -1;
    const Part &next = pattern.parts[part];
    for (qsizetype from = at; from <= std::min(at + next.gap, text.size()); ++from) {
        for (const QString &word : next.words) {
            const qsizetype end = behindWord(word, text, from);
            if (end >= 0)
                longest = std::max(longest, endOf(pattern, part + 1, text, end));
        }
        const bool isListed = next.gap == kFar && from < text.size() && text[from] == u'、';
        if (from < text.size() && endsClause(text[from]) && !isListed)
            break;
    }
    return longest;
}

bool Mentions::isIn(const QString &text) const
{
    for (qsizetype at = 0; at < text.size();) {
        const auto found = m_byFirst.constFind(text[at]);
        qsizetype passedOver = -1;
        bool counts = false;
        if (found != m_byFirst.constEnd()) {
            for (const Pattern &pattern : *found) {
                const qsizetype end = endOf(pattern, 0, text, at);
                counts = counts || (pattern.counts && end > at);
                if (!pattern.counts)
                    passedOver = std::max(passedOver, end);
            }
        }
        if (counts && passedOver <= at)
            return true;
        at = std::max(at + 1, passedOver);
    }
    return false;
}

} // namespace nianbao
