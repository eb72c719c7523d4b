// SPDX-License-Identifier: MulanPSL-2.0
#include "commonpassages.h"

#include <QMultiHash>

#include <algorithm>

namespace nianbao {

namespace {
constexpr int kMostPlaces = 16;
} // namespace

Stripped stripped(const QString &text)
{
    static const QString numerals = QStringLiteral("零〇一二三四五六七八九十百千万亿");
    Stripped result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isLetter() || numerals.contains(text[i]))
            continue;
        result.text += text[i];
        result.places.append(i);
    }
    return result;
}

QList<bool> commonCharacters(const Stripped &text, const Stripped &other, int shortest)
{
    QList<bool> common(text.text.size(), false);
    QMultiHash<QStringView, qsizetype> passages;
    for (qsizetype i = 0; i + shortest <= other.text.size(); ++i)
        passages.insert(QStringView(other.text).mid(i, shortest), i);
    for (qsizetype i = 0; i + shortest <= text.text.size();) {
        qsizetype longest = 0;
        const QStringView passage = QStringView(text.text).mid(i, shortest);
        int tried = 0; // of a phrase said over and over, some places tell enough
        for (auto it = passages.constFind(passage);
             it != passages.constEnd() && it.key() == passage && tried < kMostPlaces; ++it, ++tried) {
            qsizetype length = shortest;
            while (i + length < text.text.size() && *it + length < other.text.size()
                && text.text[i + length] == other.text[*it + length])
                ++length;
            longest = std::max(longest, length);
        }
        std::fill_n(common.begin() + i, longest, true);
        i += std::max<qsizetype>(longest, 1);
    }
    return common;
}

QList<CommonPassage> commonPassages(const QString &text, const QString &other, int shortest)
{
    const Stripped ours = stripped(text);
    const QList<bool> common = commonCharacters(ours, stripped(other), shortest);
    QList<CommonPassage> passages;
    for (qsizetype i = 0; i < common.size(); ++i) {
        if (!common[i])
            continue;
        const qsizetype start = ours.places[i];
        while (i + 1 < common.size() && common[i + 1])
            ++i;
        passages.append({start, ours.places[i] + 1 - start});
    }
    return passages;
}

} // namespace nianbao
