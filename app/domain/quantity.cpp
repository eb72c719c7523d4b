// SPDX-License-Identifier: MulanPSL-2.0
#include "quantity.h"

#include <QStringList>

#include <algorithm>

namespace nianbao {

namespace {

const QString kNumerals = QStringLiteral("零一二三四五六七八九");
const QString kChineseNumber = QStringLiteral("〇零一二两三四五六七八九十百千万亿");
constexpr qint64 kLargest = 999'999'999'999; // twelve digits, as Amount
constexpr int kMicroDigits = Amount::kDecimals;

/// Counting words, longer ones before their own beginnings.
const QStringList &units()
{
    static const QStringList list
        = QStringLiteral("人次 场次 件次 条次 户次 个百分点 百分点 件 条 篇 次 份 期 元 项 个 名 场 起 "
                         "宗 例 册 部 人 家 幅 封 通 类 批 处 户 位 块 本 张 组 课 段 只 台 则")
              .split(u' ');
    return list;
}

/// Half-width digit value of a half- or full-width digit, else -1.
int digitOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    return c.unicode() >= 0xFF10 && c.unicode() <= 0xFF19 ? c.unicode() - 0xFF10 : -1;
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

/// 一千三百零五 → 1305, 二〇二一 → 2021, 三万二千 → 32000; nullopt when it is no number.
std::optional<qint64> chineseValue(const QString &word)
{
    bool hasScale = false;
    for (const QChar c : word)
        hasScale = hasScale || scaleOf(c) > 0;
    qint64 whole = 0;
    qint64 section = 0; // below the next 万 or 亿
    qint64 digit = -1;
    for (const QChar c : word) {
        const QChar plain = c == u'〇' ? QChar(u'零') : c == u'两' ? QChar(u'二') : c;
        if (const auto value = kNumerals.indexOf(plain); value >= 0) {
            if (!hasScale)
                whole = whole * 10 + value;
            else if (digit > 0)
                return std::nullopt; // 三四十 is no exact number
            else
                digit = value;
            if (whole > kLargest)
                return std::nullopt;
            continue;
        }
        const qint64 scale = scaleOf(c);
        if (scale < 10'000) {
            if (digit < 0 && !(scale == 10 && section % 100 == 0))
                return std::nullopt; // 百件 is no exact number
            section += (digit < 0 ? 1 : digit) * scale;
        } else {
            section += std::max<qint64>(digit, 0);
            if (section == 0 && whole == 0)
                return std::nullopt;
            whole = (whole + section) * scale;
            section = 0;
        }
        digit = -1;
    }
    return hasScale ? whole + section + std::max<qint64>(digit, 0) : whole;
}

struct Number {
    qsizetype length = 0;
    std::optional<Amount> value{};
    int decimals = 0;
    bool chinese = false;
};

/// Digits with thousands commas, a fraction, and 千 万 亿 behind.
Number arabicNumber(const QString &text, qsizetype at)
{
    Number number;
    qint64 micros = 0;
    qsizetype i = at;
    bool tooLarge = false;
    const auto take = [&](int digit) {
        micros = micros * 10 + digit;
        tooLarge = tooLarge || micros > kLargest;
    };
    const auto digitAt = [&](qsizetype k) { return k < text.size() ? digitOf(text[k]) : -1; };
    while (digitAt(i) >= 0 && !tooLarge) {
        take(digitAt(i++));
        const bool grouped = i < text.size() && (text[i] == u',' || text[i] == u'，') && digitAt(i + 1) >= 0
            && digitAt(i + 2) >= 0 && digitAt(i + 3) >= 0 && digitAt(i + 4) < 0 && i - at <= 15
            && (text[i] == u',' || text[i - 1].unicode() >= 0xFF10);
        if (grouped
            || (i < text.size() && text[i] == u',' && digitAt(i + 3) >= 0 && i + 4 < text.size()
                && text[i + 4] == u','))
            ++i;
    }
    while (digitAt(i) >= 0)
        ++i;
    if (i + 1 < text.size() && (text[i] == u'.' || text[i] == u'．') && digitAt(i + 1) >= 0) {
        ++i;
        while (digitAt(i) >= 0) {
            if (number.decimals < kMicroDigits) {
                take(digitAt(i));
                ++number.decimals;
            }
            ++i;
        }
    }
    int missing = kMicroDigits - number.decimals;
    qint64 scale = 1;
    while (i < text.size() && (text[i] == u'万' || text[i] == u'亿' || text[i] == u'千')) {
        scale *= scaleOf(text[i]);
        ++i;
        if (scale > 100'000'000)
            break;
    }
    number.length = i - at;
    for (; missing > 0 && !tooLarge; --missing)
        micros *= 10;
    if (!tooLarge && micros / 1'000'000 <= kLargest / scale)
        number.value = Amount::fromMicros(micros * scale);
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
    if (const auto value = chineseValue(text.mid(at, i - at)); value && *value <= kLargest)
        number.value = Amount::fromInteger(*value);
    if (i + 1 < text.size() && text[i] == u'点' && kNumerals.contains(text[i + 1])) { // 三十二点九
        qint64 micros = number.value.value_or(Amount()).micros();
        qint64 place = 100'000;
        for (++i; i < text.size() && kNumerals.contains(text[i]); ++i, place /= 10, ++number.decimals)
            micros += kNumerals.indexOf(text[i]) * place;
        number.length = i - at;
        number.value = Amount::fromMicros(micros);
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

/// 一件 in "每一件申请", "办好一件申请": a figure only at the end of its clause and said once.
bool isFigureOfSpeech(const QString &text, const Number &number, qsizetype at, qsizetype end)
{
    if (!number.chinese || number.length != 1 || text[at] != u'一')
        return false;
    static const QString closing = QStringLiteral("，。；、：）,;)");
    if (end < text.size() && !closing.contains(text[end]))
        return true;
    const QString words = text.mid(at, end - at);
    return text.count(words) > 1 || (at > 0 && QStringLiteral("每某任逐同另这那第").contains(text[at - 1]));
}

bool joinsRange(QStringView between)
{
    static const QStringList joints = QStringLiteral("— —— － - – ~ ～ 至 到").split(u' ');
    return joints.contains(between.toString());
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
    qsizetype rangeFrom = -1; // end of a bare number that a range may continue
    for (qsizetype i = 0; i < text.size();) {
        const bool arabic = digitOf(text[i]) >= 0;
        const bool inWords = QStringView(text).mid(i).startsWith(percentWord);
        if (!arabic && !inWords && !isChineseNumeral(text[i])) {
            ++i;
            continue;
        }
        const qsizetype at = i + (inWords ? percentWord.size() : 0);
        const Number number = at < text.size() && digitOf(text[at]) >= 0 ? arabicNumber(text, at)
            : at < text.size() && isChineseNumeral(text[at])             ? chineseNumber(text, at)
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
            || isFigureOfSpeech(text, number, quantity.start, end))
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
