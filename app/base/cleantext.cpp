// SPDX-License-Identifier: MulanPSL-2.0
#include "cleantext.h"

#include <algorithm>
#include <array>

namespace nianbao {

namespace {

struct Range {
    char32_t first;
    char32_t last;
    CharacterKind kind;
};

/// What is dropped, in order. Noncharacters at the end of each plane are found by their last digits.
constexpr std::array kForeign{
    Range{0x0000, 0x001F, CharacterKind::Control}, // tab and line ends were taken before
    Range{0x007F, 0x009F, CharacterKind::Control},
    Range{0x00AD, 0x00AD, CharacterKind::Invisible},
    Range{0x034F, 0x034F, CharacterKind::Invisible},
    Range{0x061C, 0x061C, CharacterKind::Direction},
    Range{0x115F, 0x1160, CharacterKind::Invisible},
    Range{0x17B4, 0x17B5, CharacterKind::Invisible},
    Range{0x180B, 0x180D, CharacterKind::Selector},
    Range{0x180E, 0x180E, CharacterKind::Invisible},
    Range{0x180F, 0x180F, CharacterKind::Selector},
    Range{0x200B, 0x200D, CharacterKind::Invisible},
    Range{0x200E, 0x200F, CharacterKind::Direction},
    Range{0x202A, 0x202E, CharacterKind::Direction},
    Range{0x2060, 0x2064, CharacterKind::Invisible},
    Range{0x2066, 0x2069, CharacterKind::Direction},
    Range{0x206A, 0x206F, CharacterKind::Invisible},
    Range{0x3164, 0x3164, CharacterKind::Invisible},
    Range{0xD800, 0xDFFF, CharacterKind::Broken},
    Range{0xFDD0, 0xFDEF, CharacterKind::Broken},
    Range{0xFE00, 0xFE0F, CharacterKind::Selector},
    Range{0xFEFF, 0xFEFF, CharacterKind::Invisible},
    Range{0xFFA0, 0xFFA0, CharacterKind::Invisible},
    Range{0xFFF9, 0xFFFB, CharacterKind::Invisible},
    Range{0xFFFC, 0xFFFD, CharacterKind::Broken},
    Range{0x1BCA0, 0x1BCA3, CharacterKind::Invisible},
    Range{0x1D173, 0x1D17A, CharacterKind::Invisible},
    Range{0xE0000, 0xE007F, CharacterKind::Tag},
    Range{0xE0100, 0xE01EF, CharacterKind::Selector},
};

/// Emoji and symbols drawn like them. Some of these a font of the chain does print: only for words.
constexpr std::array kPictographs{Range{0x2300, 0x23FF, CharacterKind::Pictograph},
    Range{0x2600, 0x27BF, CharacterKind::Pictograph}, Range{0x2B00, 0x2BFF, CharacterKind::Pictograph},
    Range{0x1F000, 0x1FBFF, CharacterKind::Pictograph}};

template <size_t size> CharacterKind kindIn(const std::array<Range, size> &ranges, char32_t c)
{
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
        [](char32_t character, const Range &range) { return character < range.first; });
    return after != ranges.begin() && c <= std::prev(after)->last ? std::prev(after)->kind
                                                                  : CharacterKind::Ordinary;
}

CharacterKind foreignKind(char32_t c)
{
    if ((c >= 0x20 && c < 0x7F) || (c >= 0x3165 && c < 0xD800)) // nearly all there is
        return CharacterKind::Ordinary;
    if ((c & 0xFFFE) == 0xFFFE || c > 0x10FFFF)
        return CharacterKind::Broken;
    return kindIn(kForeign, c);
}

bool isLineEnd(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool isOddSpace(char32_t c)
{
    return c == u'\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F
        || c == 0x205F;
}

bool isTaken(char32_t c, Lines lines)
{
    return (c == u'\n' && lines == Lines::Many)
        || (!isLineEnd(c) && !isOddSpace(c) && foreignKind(c) == CharacterKind::Ordinary);
}

/// The character that begins there, and how many units it has; half a pair is itself.
std::pair<char32_t, int> characterAt(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text[at + 1]), 2};
    return {c.unicode(), 1};
}

Phrase kindWords(CharacterKind kind)
{
    switch (kind) {
    case CharacterKind::Control: return Phrase({"control character", "控制字符"});
    case CharacterKind::Direction: return Phrase({"mark of the writing direction", "书写方向标记"});
    case CharacterKind::Invisible: return Phrase({"invisible character", "看不见的字符"});
    case CharacterKind::Selector: return Phrase({"selector of a variant", "变体选择符"});
    case CharacterKind::Tag: return Phrase({"hidden tag", "隐藏标签"});
    case CharacterKind::Broken: return Phrase({"broken character", "残缺字符"});
    case CharacterKind::PrivateUse:
        return Phrase(
            {"private-use character, seen only where it was made", "自造字，只在造它的电脑上看得见"});
    case CharacterKind::Unassigned: return Phrase({"character that Unicode does not know", "未编码字符"});
    case CharacterKind::Pictograph: return Phrase({"pictograph", "表情或图形符号"});
    case CharacterKind::Ordinary: break;
    }
    return Phrase({"rare character", "字库里没有的字符"});
}

} // namespace

CharacterKind characterKind(char32_t c)
{
    if (isLineEnd(c) || isOddSpace(c))
        return CharacterKind::Ordinary;
    if (const CharacterKind foreign = foreignKind(c); foreign != CharacterKind::Ordinary)
        return foreign;
    switch (QChar::category(c)) {
    case QChar::Other_PrivateUse: return CharacterKind::PrivateUse;
    case QChar::Other_NotAssigned: return CharacterKind::Unassigned;
    default: return kindIn(kPictographs, c);
    }
}

bool isForeign(char32_t c)
{
    return !isLineEnd(c) && !isOddSpace(c) && foreignKind(c) != CharacterKind::Ordinary;
}

QString cleanText(const QString &text, Lines lines, QList<char32_t> *removed)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const auto [c, units] = characterAt(text, at);
        if (!isTaken(c, lines))
            break;
        at += units;
    }
    if (at == text.size())
        return text;
    QString clean = text.left(at);
    clean.reserve(text.size());
    while (at < text.size()) {
        const auto [c, units] = characterAt(text, at);
        if (isLineEnd(c))
            clean += lines == Lines::Many ? u'\n' : u' ';
        else if (isOddSpace(c))
            clean += u' ';
        else if (!isForeign(c))
            clean += QStringView(text).mid(at, units);
        else if (removed && !removed->contains(c))
            removed->append(c);
        at += c == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n' ? 2 : units;
    }
    return clean;
}

QStringView wholeCharacters(QStringView piece)
{
    if (!piece.isEmpty() && piece.front().isLowSurrogate())
        piece = piece.sliced(1);
    if (!piece.isEmpty() && piece.back().isHighSurrogate())
        piece.chop(1);
    return piece;
}

Phrase characterWords(char32_t c)
{
    const CharacterKind kind = characterKind(c);
    const QString number
        = QStringLiteral("U+%1").arg(QString::number(c, 16).toUpper().rightJustified(4, u'0'));
    if (isForeign(c))
        return Phrase({"%1 (%2)", "%1（%2）"}, number, kindWords(kind));
    return Phrase({"“%1” %2 (%3)", "“%1”%2（%3）"}, QString::fromUcs4(&c, 1), number, kindWords(kind));
}

Phrase characterWords(const QList<char32_t> &characters)
{
    constexpr qsizetype kMost = 5;
    Phrase list;
    for (const char32_t c : characters.mid(0, kMost)) {
        if (!list.isEmpty())
            list += Phrase({", ", "、"});
        list += characterWords(c);
    }
    const qsizetype others = characters.size() - kMost;
    return others > 0 ? Phrase({"%1 and %2 [2:other|others]", "%1等，另有 %2 种"}, list, others) : list;
}

} // namespace nianbao
