// SPDX-License-Identifier: MulanPSL-2.0
#include "listnumbers.h"

#include <algorithm>
#include <initializer_list>

namespace nianbao {

namespace {

constexpr int kMostLetters = 26 * 27; // aa … zz
constexpr int kMostRoman = 3999, kMostHanzi = 99;

QString inLetters(int value)
{
    QString letters;
    for (; value > 0; value = (value - 1) / 26)
        letters.prepend(QChar(u'a' + (value - 1) % 26));
    return letters;
}

QString inRoman(int value)
{
    static constexpr struct {
        int value;
        const char *letters;
    } kSteps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    QString roman;
    for (const auto &step : kSteps) {
        for (; value >= step.value; value -= step.value)
            roman += QLatin1String(step.letters);
    }
    return roman;
}

QString inHanzi(int value)
{
    static const QString kDigits = QStringLiteral("零一二三四五六七八九");
    const int tens = value / 10, ones = value % 10;
    QString hanzi = tens > 1 ? QString(kDigits.at(tens)) : QString();
    if (tens > 0)
        hanzi += u'十';
    return ones > 0 || tens == 0 ? hanzi + kDigits.at(ones) : hanzi;
}

} // namespace

QString ListNumbers::next()
{
    const int value = m_next;
    constexpr qint64 kFarthest = 1'000'000'000;
    m_next = int(std::clamp(qint64(value) + m_step, -kFarthest, kFarthest));
    const QString type = m_type.toLower();
    const auto isOneOf = [&](std::initializer_list<QStringView> names) {
        return std::find(names.begin(), names.end(), QStringView(type)) != names.end();
    };
    if (isOneOf({u"none", u"disc", u"circle", u"square"}))
        return {};
    if (value >= 0 && value <= kMostHanzi && (type.startsWith(u"cjk-") || type.contains(u"chinese")))
        return inHanzi(value) + u'、';
    QString number = QString::number(value);
    if (value > 0 && value <= kMostLetters && isOneOf({u"a", u"lower-alpha", u"upper-alpha", u"lower-latin"}))
        number = inLetters(value);
    if (value > 0 && value <= kMostRoman && isOneOf({u"i", u"lower-roman", u"upper-roman"}))
        number = inRoman(value);
    const bool isUpper = m_type == u"A" || m_type == u"I" || type.startsWith(u"upper");
    return (isUpper ? number.toUpper() : number) + u'.';
}

} // namespace nianbao
