// SPDX-License-Identifier: MulanPSL-2.0
#include "quantity.h"

#include "digits.h"
#include "numberwords.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace nianbao {

namespace {

constexpr qint64 kLargest = bounds::kCount;
constexpr qsizetype kLongestNumeral = 40; // characters: longer is no figure

/// Counting words and shares, longer ones before their own beginnings.
const QStringList &units()
{
    static const QStringList list = [] {
        QStringList all = numberWords().shares + numberWords().counting;
        all += numberWords().money.keys(1);
        std::stable_sort(
            all.begin(), all.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
        return all;
    }();
    return list;
}

/// 0 to 9 of a numeral (〇, 两 too); -1: none.
int numeralOf(QChar c) { return int(numberWords().digits.indexOf(numberWords().sameDigits.value(c, c))); }

qint64 scaleOf(QChar c) { return numberWords().scales.value(c, 0); } // 0: none

/// Numerals and scales, by their characters: asked of every character of a text.
bool isChineseNumeral(QChar c)
{
    static const QSet<QChar> all = [] {
        QSet<QChar> set;
        for (const QChar digit : numberWords().digits)
            set.insert(digit);
        for (const QChar same : numberWords().sameDigits.keys())
            set.insert(same);
        for (const QChar scale : numberWords().scales.keys())
            set.insert(scale);
        return set;
    }();
    return all.contains(c);
}

/// 二〇二一: digits one after the other.
std::optional<qint64> digitByDigit(QStringView word)
{
    qint64 whole = 0;
    for (const QChar c : word) {
        whole = whole * 10 + numeralOf(c);
        if (whole > kLargest)
            return std::nullopt;
    }
    return whole;
}

/// 一千三百零五, 三万二千, 一亿二千万: scales fall within a section of 万 or 亿, sections fall too. What is
/// said loosely (百件, 三四十, 一百二) is no exact number.
class ScaledNumeral {
public:
    std::optional<qint64> read(QStringView word)
    {
        for (const QChar c : word) {
            const int digit = numeralOf(c);
            const bool taken = digit >= 0 ? takeDigit(digit)
                : scaleOf(c) < 10'000     ? takeScale(scaleOf(c))
                                          : takeSection(scaleOf(c));
            if (!taken)
                return std::nullopt;
        }
        if (m_digit > 0 && m_lastScale > 10 && !m_afterZero)
            return std::nullopt; // 一百二: 120 or 102?
        const qint64 whole = m_total + m_myriads + m_section + std::max(m_digit, 0);
        return whole <= kLargest ? std::optional(whole) : std::nullopt;
    }

private:
    bool takeDigit(int digit)
    {
        if (m_digit > 0)
            return false;
        m_afterZero = m_afterZero || digit == 0;
        m_digit = digit;
        return true;
    }

    bool takeScale(qint64 scale)
    {
        const bool isBareTen = scale == 10 && m_digit < 0 && m_section % 100 == 0; // 十二
        if ((m_digit <= 0 && !isBareTen) || scale >= m_lastScale)
            return false;
        m_section += (isBareTen ? 1 : m_digit) * scale;
        m_lastScale = scale;
        m_digit = -1;
        m_afterZero = false;
        return true;
    }

    bool takeSection(qint64 scale)
    {
        const bool isYi = scale > 10'000;
        const qint64 below = m_section + std::max(m_digit, 0) + (isYi ? m_total + m_myriads : 0);
        if (below == 0 || below > kLargest / scale || (!isYi && m_myriads > 0))
            return false;
        m_myriads = isYi ? 0 : below * scale;
        m_total = isYi ? below * scale : m_total;
        m_section = 0;
        m_digit = -1;
        m_lastScale = kNoScale;
        m_afterZero = false;
        return true;
    }

    static constexpr qint64 kNoScale = 10'000;
    qint64 m_total = 0; // of 亿
    qint64 m_myriads = 0; // of 万
    qint64 m_section = 0;
    int m_digit = -1; // not yet scaled
    qint64 m_lastScale = kNoScale;
    bool m_afterZero = false;
};

/// nullopt when it is no exact number of twelve digits at most.
std::optional<qint64> chineseValue(QStringView word)
{
    if (word.size() > kLongestNumeral)
        return std::nullopt;
    const bool hasScale = std::any_of(word.begin(), word.end(), [](QChar c) { return scaleOf(c) > 0; });
    return hasScale ? ScaledNumeral().read(word) : digitByDigit(word);
}

struct Number {
    qsizetype length = 0;
    std::optional<Amount> value{};
    int decimals = 0;
    bool chinese = false;
};

/// Its printed digits, and 千 万 亿 behind; nullopt: more than a figure may have.
std::optional<Amount> scaled(const digits::Number &number, qint64 scale)
{
    constexpr qsizetype kMostDecimals = 10; // 1.2345678亿
    if (number.whole.size() > 12 || number.whole.toLongLong() > kLargest / scale)
        return std::nullopt;
    WideInteger printed = number.whole.toLongLong();
    WideInteger places = 1;
    for (const QChar c : QStringView(number.fraction).left(kMostDecimals)) {
        printed = printed * 10 + (c.unicode() - u'0');
        places *= 10;
    }
    return Amount::fromMicros(printed * scale * 1'000'000 / places);
}

/// The counting word at `end`, which moves behind it; empty: none.
QString takeUnit(const QString &text, qsizetype &end)
{
    if (end < text.size() && (text[end] == u'%' || text[end] == u'％')) {
        ++end;
        return QStringLiteral("%");
    }
    for (const QString &unit : units()) {
        if (QStringView(text).mid(end).startsWith(unit)) {
            end += unit.size();
            return unit;
        }
    }
    return {};
}

Number arabicNumber(const QString &text, qsizetype at)
{
    constexpr qint64 kFar = 10'000'000'000; // another 千 behind it is more than any figure
    digits::Number read = digits::read(text, at, digits::Separators::InProse);
    // 12，345件: behind half-width digits the full-width comma may be a thousands' one, where a counting word
    // follows
    if (const auto wider = digits::read(text, at, digits::Separators::CommasAndBlanks);
        wider.length > read.length) {
        qsizetype behind = at + wider.length;
        if (!takeUnit(text, behind).isEmpty())
            read = wider;
    }
    qsizetype end = at + read.length;
    qint64 scale = 1;
    constexpr qint64 kLeastScale = 1000; // 千 万 亿 behind digits
    for (; end < text.size() && scaleOf(text[end]) >= kLeastScale; ++end)
        scale = std::min(scale, kFar) * scaleOf(text[end]);
    Number number;
    number.length = end - at;
    number.decimals = int(std::min<qsizetype>(read.fraction.size(), Amount::kDecimals));
    number.value = scaled(read, scale);
    return number;
}

Number chineseNumber(const QString &text, qsizetype at)
{
    Number number;
    number.chinese = true;
    qsizetype i = at;
    while (i < text.size() && isChineseNumeral(text[i]))
        ++i;
    number.length = i - at;
    if (const auto value = chineseValue(QStringView(text).mid(at, i - at)))
        number.value = Amount::fromInteger(*value);
    if (i + 1 < text.size() && text[i] == numberWords().point && numeralOf(text[i + 1]) >= 0) { // 三十二点九
        Amount fraction;
        qint64 place = 100'000;
        for (++i; i < text.size() && numeralOf(text[i]) >= 0; ++i, place /= 10)
            fraction = fraction + Amount::fromMicros(numeralOf(text[i]) * place);
        number.decimals = int(std::min<qsizetype>(i - at - number.length - 1, Amount::kDecimals));
        number.length = i - at;
        if (number.value)
            number.value = *number.value + fraction;
    }
    return number;
}

bool endsWithOneOf(QStringView text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) { return text.endsWith(word); });
}

bool startsWithOneOf(QStringView text, const QStringList &words)
{
    return std::any_of(
        words.begin(), words.end(), [&](const QString &word) { return text.startsWith(word); });
}

bool isApproximate(QStringView before, QStringView after, bool chinese)
{
    const NumberWords &words = numberWords();
    return (endsWithOneOf(before, words.vagueAhead) && !endsWithOneOf(before, words.notVagueAhead))
        || (chinese && endsWithOneOf(before, words.vagueAheadOfChinese))
        || startsWithOneOf(after, words.vagueBehind);
}

/// Whether some words stand in a text more than once; each is searched for once.
class Repetitions {
public:
    explicit Repetitions(const QString &text) : m_text(text) { }
    bool has(QStringView words)
    {
        const auto known = m_known.constFind(words);
        if (known != m_known.constEnd())
            return *known;
        const auto first = m_text.indexOf(words);
        const bool isRepeated = m_text.indexOf(words, first + words.size()) >= 0;
        m_known.insert(words, isRepeated);
        return isRepeated;
    }

private:
    const QString &m_text;
    QHash<QStringView, bool> m_known{};
};

/// 一件 in "每一件申请", "办好一件申请": a figure only at the end of its clause and said once.
bool isFigureOfSpeech(
    const QString &text, const Number &number, qsizetype at, qsizetype end, Repetitions &repetitions)
{
    if (!number.chinese || number.length != 1 || numeralOf(text[at]) != 1)
        return false;
    static const QString closing = QStringLiteral("，。；、：）,;)");
    if (end < text.size() && !closing.contains(text[end]))
        return true;
    return repetitions.has(QStringView(text).mid(at, end - at))
        || (at > 0 && numberWords().single.contains(text[at - 1]));
}

bool joinsRange(QStringView between)
{
    return between.size() <= 2 && numberWords().rangeJoints.contains(between.toString());
}

/// 部分公开67，占4.61%: a number without a counting word ends its clause, or a share follows.
bool mayBeBare(const QString &text, qsizetype end)
{
    static const QString closing = QStringLiteral("，。；、）,;)\n");
    return end == text.size() || closing.contains(text[end])
        || startsWithOneOf(QStringView(text).mid(end), numberWords().shareVerbs);
}

} // namespace

QList<Quantity> readQuantities(const QString &text)
{
    const QString &percentWord = numberWords().percent;
    QList<Quantity> found;
    Repetitions repetitions(text);
    qsizetype rangeFrom = -1; // end of a bare number that a range may continue
    for (qsizetype i = 0; i < text.size();) {
        const bool arabic = digits::valueOf(text[i]) >= 0;
        const bool inWords = QStringView(text).mid(i).startsWith(percentWord);
        if (!arabic && !inWords && !isChineseNumeral(text[i])) {
            ++i;
            continue;
        }
        const qsizetype at = i + (inWords ? percentWord.size() : 0);
        const Number number = at < text.size() && digits::valueOf(text[at]) >= 0 ? arabicNumber(text, at)
            : at < text.size() && isChineseNumeral(text[at])                     ? chineseNumber(text, at)
                                                                                 : Number();
        if (number.length == 0) {
            ++i;
            continue;
        }
        Quantity quantity;
        quantity.start = i;
        quantity.digits = at + number.length - i;
        quantity.decimals = number.decimals;
        qsizetype end = at + number.length;
        const QStringView before = QStringView(text).left(i);
        bool vague = !number.value;
        if (end + 1 < text.size() && text[end] == u' ' && !text[end + 1].isSpace())
            ++end; // 22 件
        if (end < text.size() && numberWords().vagueInside.contains(text[end])) {
            vague = true;
            ++end;
            constexpr qint64 kMyriad = 10'000;
            if (end < text.size() && scaleOf(text[end]) >= kMyriad)
                ++end;
        }
        quantity.unit = inWords ? QStringLiteral("%") : takeUnit(text, end);
        const bool continuesRange
            = rangeFrom >= 0 && joinsRange(QStringView(text).mid(rangeFrom, i - rangeFrom));
        rangeFrom = end;
        i = std::max(end, i + 1);
        const bool ordinal = endsWithOneOf(before, numberWords().ordinals);
        const bool partOfWord = !before.isEmpty() && (before.back().isDigit() || before.back() == u'.');
        constexpr qsizetype kLongestBare = 7; // more digits are a telephone's or an account's number
        const bool isBareCount = arabic && number.length <= kLongestBare && mayBeBare(text, end);
        if ((quantity.unit.isEmpty() && !isBareCount) || ordinal || partOfWord
            || isFigureOfSpeech(text, number, quantity.start, end, repetitions))
            continue;
        quantity.length = end - quantity.start;
        quantity.value = number.value.value_or(Amount());
        quantity.exact
            = !vague && !isApproximate(before, QStringView(text).mid(end), number.chinese) && !continuesRange;
        if (continuesRange && !found.isEmpty() && found.last().end() > quantity.start - 3)
            found.last().exact = false;
        found.append(quantity);
    }
    return found;
}

} // namespace nianbao
