// SPDX-License-Identifier: MulanPSL-2.0
#include "headingnumber.h"

#include "digits.h"
#include "numberwords.h"

#include <algorithm>
#include <vector>

namespace nianbao {

namespace {

constexpr qsizetype kMostNumerals = 6; // of a heading's number

bool isNumeral(QChar c)
{
    const NumberWords &words = numberWords();
    return words.digits.contains(c) || words.sameDigits.contains(c) || words.scales.contains(c);
}

qsizetype behindBlanks(QStringView text, qsizetype at)
{
    while (at < text.size() && digits::isBlank(text[at]))
        ++at;
    return at;
}

/// A run of Chinese or of Arabic digits; 0 when there is none, or a longer one than headings have.
int runAt(QStringView text, qsizetype &at, bool &isChinese)
{
    const qsizetype from = at;
    int value = 0;
    while (at < text.size() && at - from <= kMostNumerals && digits::valueOf(text[at]) >= 0)
        value = value * 10 + digits::valueOf(text[at++]);
    isChinese = at == from;
    if (isChinese) {
        while (at < text.size() && at - from <= kMostNumerals && isNumeral(text[at]))
            ++at;
        value = chineseValue(text.mid(from, at - from));
    }
    return at - from <= kMostNumerals ? value : 0;
}

bool isOneOf(QStringView text, qsizetype at, const QString &marks)
{
    return at < text.size() && marks.contains(text[at]);
}

HeadingNumber bracketed(QStringView text, qsizetype at)
{
    bool isChinese = false;
    const int value = runAt(text, ++at, isChinese);
    if (value <= 0 || !isOneOf(text, at, QStringLiteral("）)")))
        return {};
    at = behindBlanks(text, at + 1);
    if (isOneOf(text, at, QStringLiteral("、.．")))
        at = behindBlanks(text, at + 1);
    return {isChinese ? HeadingNumber::Style::Bracketed : HeadingNumber::Style::BracketedArabic, value, at};
}

} // namespace

int chineseValue(QStringView text)
{
    const NumberWords &words = numberWords();
    constexpr int kMost = 10'000;
    int value = 0;
    int digit = -1;
    bool hasScale = false;
    for (const QChar c : text) {
        if (words.scales.contains(c)) {
            const qint64 scale = words.scales.value(c);
            if (scale > kMost)
                return 0;
            value += std::max(digit, digit < 0 ? 1 : 0) * int(scale);
            digit = -1;
            hasScale = true;
            continue;
        }
        const auto found = words.digits.indexOf(words.sameDigits.value(c, c));
        if (found < 0 || value > kMost)
            return 0;
        if (digit >= 0 && !hasScale)
            value = value * 10 + digit; // 二〇二一: digit by digit
        digit = int(found);
    }
    if (digit < 0)
        return value;
    return (hasScale || text.size() == 1 ? value : value * 10) + digit;
}

HeadingNumber headingNumber(const QString &text)
{
    using Style = HeadingNumber::Style;
    qsizetype at = behindBlanks(text, 0);
    if (at >= text.size())
        return {};
    if (isOneOf(text, at, QStringLiteral("（(")))
        return bracketed(text, at);
    constexpr char16_t kCircledOne = 0x2460;
    constexpr char16_t kCircledTwenty = 0x2473;
    const char16_t first = text[at].unicode();
    if (first >= kCircledOne && first <= kCircledTwenty)
        return {Style::Circled, first - kCircledOne + 1, behindBlanks(text, at + 1)};
    const bool isChapter = text[at] == u'第';
    at += isChapter ? 1 : 0;
    bool isChinese = false;
    const int value = runAt(text, at, isChinese);
    if (value <= 0)
        return {};
    at = behindBlanks(text, at);
    if (isChapter) {
        for (const QString &unit : {QStringLiteral("部分"), QStringLiteral("章")}) {
            if (!QStringView(text).mid(at).startsWith(unit))
                continue;
            at = behindBlanks(text, at + unit.size());
            if (isOneOf(text, at, QStringLiteral("、.．：:，")))
                at = behindBlanks(text, at + 1);
            return {Style::Chapter, value, at};
        }
        return {};
    }
    if (!isOneOf(text, at, isChinese ? QStringLiteral("、.．") : QStringLiteral("、.．")))
        return {};
    if (!isChinese && at + 1 < text.size() && digits::valueOf(text[at + 1]) >= 0)
        return {}; // 1.5万条
    return {isChinese ? Style::Chinese : Style::Arabic, value, behindBlanks(text, at + 1)};
}

QString headingCore(const QString &text)
{
    QString core;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c == u'(' && core.size() > 1)
            break;
        if (c.isLetterOrNumber())
            core += c;
    }
    return core;
}

double titleLikeness(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return 0;
    // the longest common subsequence, row by row
    std::vector<int> row(size_t(b.size()) + 1, 0);
    for (const QChar c : a) {
        int diagonal = 0;
        for (size_t k = 1; k < row.size(); ++k) {
            const int above = row[k];
            row[k] = c == b[qsizetype(k) - 1] ? diagonal + 1 : std::max(row[k], row[k - 1]);
            diagonal = above;
        }
    }
    return 2.0 * row.back() / double(a.size() + b.size());
}

bool looksLikeHeading(const QString &text, qsizetype most)
{
    static const QString ends = QStringLiteral("。；！？!?;…");
    static const QString last = QStringLiteral("，、：,:");
    return !text.isEmpty() && text.size() <= most && !last.contains(text.back())
        && std::none_of(text.begin(), text.end(), [](QChar c) { return ends.contains(c); });
}

} // namespace nianbao
