// SPDX-License-Identifier: MulanPSL-2.0
#include "docxnumerals.h"

#include <QHash>

namespace nianbao {

namespace {

using Numeral = QString (*)(int value); // of 1 and more; empty: the format cannot say it

QString digitByDigit(int value, QStringView digits)
{
    QString text = QString::number(value);
    for (QChar &digit : text)
        digit = digits.at(digit.digitValue());
    return text;
}

/// How a language counts with words for ten, hundred and thousand.
struct Counting {
    QStringView digits; // of 0 to 9
    QStringView units; // 10, 100, 1000
    bool saysOneTen; // 一十 at the beginning
    bool saysZero; // 一百零一; its digit is that of 0
    bool saysOne; // 一百, not 百
};

QString counted(int value, const Counting &counting)
{
    if (value > 9'999)
        return {};
    QString text;
    bool isGap = false;
    for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
        const int digit = value / unit % 10;
        if (digit == 0) {
            isGap = !text.isEmpty();
            continue;
        }
        if (std::exchange(isGap, false) && counting.saysZero)
            text += counting.digits.at(0);
        const bool isFirstTen = place == 1 && text.isEmpty() && !counting.saysOneTen;
        if (digit > 1 || place == 0 || (counting.saysOne && !isFirstTen))
            text += counting.digits.at(digit);
        if (place > 0)
            text += counting.units.at(place - 1);
    }
    return text;
}

/// The value-th of characters that follow each other in Unicode.
QString inRow(int value, char16_t first, int count)
{
    return value <= count ? QString(QChar(char16_t(first + value - 1))) : QString();
}

QString circled(int value)
{
    if (value <= 20)
        return inRow(value, u'①', 20);
    return value <= 35 ? inRow(value - 20, u'㉑', 15) : inRow(value - 35, u'㊱', 15);
}

QString nth(int value, QStringView characters)
{
    return value <= characters.size() ? QString(characters.at(value - 1)) : QString();
}

QString letters(int value, char16_t first)
{
    constexpr int kMostTimes = 30;
    const int times = (value - 1) / 26 + 1; // z is followed by aa, that by bb
    return times <= kMostTimes ? QString(times, QChar(char16_t(first + (value - 1) % 26))) : QString();
}

QString romans(int value)
{
    static constexpr struct {
        int value;
        const char *text;
    } kSteps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    QString text;
    if (value > 3'999)
        return text;
    for (const auto &step : kSteps) {
        for (; value >= step.value; value -= step.value)
            text += QLatin1String(step.text);
    }
    return text;
}

QString ordinal(int value)
{
    const bool isTeen = value / 10 % 10 == 1;
    const int last = isTeen ? 0 : value % 10;
    const char *ending = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
    return QString::number(value) + QLatin1String(ending);
}

constexpr Counting kChinese{u"零一二三四五六七八九", u"十百千", false, true, true};
constexpr Counting kLegal{u"零壹贰叁肆伍陆柒捌玖", u"拾佰仟", true, true, true};
constexpr Counting kTraditionalLegal{u"零壹貳參肆伍陸柒捌玖", u"拾佰仟", true, true, true};
constexpr Counting kJapanese{u"〇一二三四五六七八九", u"十百千", false, false, false};
constexpr Counting kJapaneseLegal{u"〇壱弐参四伍六七八九", u"拾百阡", true, false, true};

constexpr QStringView kDigits = u"〇一二三四五六七八九";

const QHash<QStringView, Numeral> &numerals()
{
    // chineseCounting counts to 99 and goes on digit by digit; with Thousand it goes on counting
    static const Numeral chinese
        = [](int n) { return n < 100 ? counted(n, kChinese) : digitByDigit(n, u"○一二三四五六七八九"); };
    static const Numeral thousand = [](int n) { return counted(n, kChinese); };
    static const Numeral japanese = [](int n) { return counted(n, kJapanese); };
    static const Numeral digital = [](int n) { return digitByDigit(n, kDigits); };
    static const Numeral wide = [](int n) { return digitByDigit(n, u"０１２３４５６７８９"); };
    static const Numeral traditionalLegal = [](int n) { return counted(n, kTraditionalLegal); };
    static const QHash<QStringView, Numeral> all{
        {u"chineseCounting", chinese},
        {u"taiwaneseCounting", chinese},
        {u"chineseCountingThousand", thousand},
        {u"taiwaneseCountingThousand", thousand},
        {u"japaneseCounting", japanese},
        {u"koreanCounting", japanese},
        {u"chineseLegalSimplified", [](int n) { return counted(n, kLegal); }},
        {u"ideographLegalTraditional", traditionalLegal},
        {u"japaneseLegal", [](int n) { return counted(n, kJapaneseLegal); }},
        {u"ideographDigital", digital},
        {u"japaneseDigitalTenThousand", digital},
        {u"taiwaneseDigital", digital},
        {u"ideographTraditional", [](int n) { return nth(n, u"甲乙丙丁戊己庚辛壬癸"); }},
        {u"ideographZodiac", [](int n) { return nth(n, u"子丑寅卯辰巳午未申酉戌亥"); }},
        {u"ideographEnclosedCircle", [](int n) { return inRow(n, u'㊀', 10); }},
        {u"decimalEnclosedCircle", circled},
        {u"decimalEnclosedCircleChinese", circled},
        {u"decimalEnclosedParen", [](int n) { return inRow(n, u'⑴', 20); }},
        {u"decimalEnclosedFullstop", [](int n) { return inRow(n, u'⒈', 20); }},
        {u"decimalFullWidth", wide},
        {u"decimalFullWidth2", wide},
        {u"decimalZero", [](int n) { return QString::number(n).rightJustified(2, u'0'); }},
        {u"numberInDash", [](int n) { return QStringLiteral("- %1 -").arg(n); }},
        {u"ordinal", ordinal},
        {u"upperRoman", [](int n) { return romans(n).toUpper(); }},
        {u"lowerRoman", romans},
        {u"upperLetter", [](int n) { return letters(n, u'A'); }},
        {u"lowerLetter", [](int n) { return letters(n, u'a'); }},
        {u"hex", [](int n) { return QString::number(n, 16).toUpper(); }},
    };
    return all;
}

} // namespace

QString docxNumeral(qint64 value, QStringView format)
{
    constexpr qint64 kMost = 1'000'000;
    if (format == u"none" || format == u"bullet")
        return {};
    const Numeral numeral = numerals().value(format, nullptr);
    if (numeral && value > 0 && value < kMost) {
        if (const QString text = numeral(int(value)); !text.isEmpty())
            return text;
    }
    if (value == 0 && format == u"decimalZero")
        return QStringLiteral("00");
    return QString::number(value);
}

} // namespace nianbao
