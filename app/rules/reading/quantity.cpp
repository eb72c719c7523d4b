// SPDX-License-Identifier: MulanPSL-2.0
#include "quantity.h"

#include "digits.h"
#include "numberwords.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace nianbao {

namespace {

const QString kNumerals = QStringLiteral("零一二三四五六七八九");
const QString kChineseNumber = QStringLiteral("〇零一二两三四五六七八九十百千万亿");
constexpr qint64 kLargest = bounds::kCount;
constexpr qsizetype kLongestNumeral = 40; // characters: longer is no figure

/// Counting words and shares, longer ones before their own beginnings.
const QStringList &units()
{
    static const QStringList list = [] {
        QStringList all = numberWords().shares + numberWords().counting;
        all.append(QStringLiteral("元"));
        std::stable_sort(
            all.begin(), all.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
        return all;
    }();
    return list;
}

bool isChineseNumeral(QChar c) { return kChineseNumber.contains(c); }

qint64 scaleOf(QChar c)
{
    switch (c.unicode()) {
    case u'十': return 10;
    case u'百': return 100;
    case u'千': return 1000;
    case u'万': return 10'000;
    case u'亿': return 100'000'000;
    default: return 0;
    }
}

/// Of 零 to 九, 〇 and 两; -1: a scale.
int numeralOf(QChar c)
{
    return int(kNumerals.indexOf(c == u'〇' ? QChar(u'零') : c == u'两' ? QChar(u'二') : c));
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

Number arabicNumber(const QString &text, qsizetype at)
{
    constexpr qint64 kFar = 10'000'000'000; // another 千 behind it is more than any figure
    const digits::Number read = digits::read(text, at, digits::Separators::InProse);
    qsizetype end = at + read.length;
    qint64 scale = 1;
    for (; end < text.size() && (text[end] == u'万' || text[end] == u'亿' || text[end] == u'千'); ++end)
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
    if (i + 1 < text.size() && text[i] == u'点' && kNumerals.contains(text[i + 1])) { // 三十二点九
        Amount fraction;
        qint64 place = 100'000;
        for (++i; i < text.size() && kNumerals.contains(text[i]); ++i, place /= 10)
            fraction = fraction + Amount::fromMicros(kNumerals.indexOf(text[i]) * place);
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
    static const QStringList ahead
        = QStringLiteral("约 近 超 逾 超过 接近 至少 不少于 不低于 突破 不足 不到 多于 少于 高于 低于 大于 "
                         "小于 每 约为 超出")
              .split(u' ');
    static const QStringList otherWords = QStringLiteral("预约 节约 签约 公约 违约").split(u' ');
    static const QStringList vague = QStringLiteral("数 几 上").split(u' '); // 数十件, 上百件
    static const QStringList behind = QStringLiteral("以上 左右 以内 以下 上下 余 多").split(u' ');
    return (endsWithOneOf(before, ahead) && !endsWithOneOf(before, otherWords))
        || (chinese && endsWithOneOf(before, vague)) || startsWithOneOf(after, behind);
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
    if (!number.chinese || number.length != 1 || text[at] != u'一')
        return false;
    static const QString closing = QStringLiteral("，。；、：）,;)");
    if (end < text.size() && !closing.contains(text[end]))
        return true;
    return repetitions.has(QStringView(text).mid(at, end - at))
        || (at > 0 && QStringLiteral("每某任逐同另这那第").contains(text[at - 1]));
}

bool joinsRange(QStringView between)
{
    static const QStringList joints = QStringLiteral("— —— － - – ~ ～ 至 到").split(u' ');
    return between.size() <= 2 && joints.contains(between.toString());
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

} // namespace

QList<Quantity> readQuantities(const QString &text)
{
    static const QString percentWord = QStringLiteral("百分之");
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
        if (end < text.size() && QStringLiteral("余多来几").contains(text[end])) {
            vague = true;
            ++end;
            if (end < text.size() && (text[end] == u'万' || text[end] == u'亿'))
                ++end;
        }
        quantity.unit = inWords ? QStringLiteral("%") : takeUnit(text, end);
        const bool continuesRange
            = rangeFrom >= 0 && joinsRange(QStringView(text).mid(rangeFrom, i - rangeFrom));
        rangeFrom = end;
        i = std::max(end, i + 1);
        const bool ordinal = before.endsWith(u'第') || before.endsWith(QStringLiteral("〔"));
        const bool partOfWord = !before.isEmpty() && (before.back().isDigit() || before.back() == u'.');
        if (quantity.unit.isEmpty() || ordinal || partOfWord
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
