// SPDX-License-Identifier: MulanPSL-2.0
#include "amount.h"

#include "digits.h"

namespace nianbao {

// The largest sum there can be, multiplied as ratio does, is far inside the type.
static_assert(WideInteger(bounds::kCount) * 1'000'000 // a cell, in millionths
        * 1'000'000 // more cells than any table, channel and category together
        * 100 * 2 * 1'000'000 // percent, rounding, six places
    < (WideInteger(1) << 126));

namespace {

QString digitsOf(WideInteger number)
{
    QString text;
    do {
        text.prepend(QChar(u'0' + int(number % 10)));
        number /= 10;
    } while (number > 0);
    return text;
}

WideInteger numberOf(QStringView digits)
{
    WideInteger number = 0;
    for (const QChar c : digits)
        number = number * 10 + (c.unicode() - u'0');
    return number;
}

} // namespace

Result<Amount> Amount::parse(const QString &text)
{
    const bool negative = text.startsWith(u'-');
    const digits::Number number = digits::read(text, negative ? 1 : 0, digits::Separators::None);
    const bool isWhole = number.length > 0 && number.length + (negative ? 1 : 0) == text.size();
    if (!isWhole || number.whole.isEmpty())
        return Error{ErrorCode::NotANumber, {}, text};
    if (number.whole.size() > kDigits)
        return Error{ErrorCode::OutOfRange, {}, text};
    QStringView fraction = number.fraction;
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.size() > kDecimals)
        return Error{ErrorCode::TooManyDecimals, {}, text};
    WideInteger micros = numberOf(number.whole) * kScale;
    WideInteger place = kScale;
    for (const QChar c : fraction)
        micros += (c.unicode() - u'0') * (place /= 10);
    return Amount(negative ? -micros : micros);
}

int Amount::decimals() const
{
    int places = kDecimals;
    for (WideInteger rest = m_micros; places > 0 && rest % 10 == 0; rest /= 10)
        --places;
    return places;
}

QString Amount::toString() const
{
    const WideInteger size = absolute().m_micros;
    QString text = digitsOf(size / kScale);
    if (const int places = decimals(); places > 0)
        text += u'.' + digitsOf(size % kScale).rightJustified(kDecimals, u'0').left(places);
    return m_micros < 0 ? u'-' + text : text;
}

Amount Amount::ratio(Amount part, Amount whole, int factor)
{
    const WideInteger product = part.m_micros * factor * kScale;
    return Amount((product * 2 + whole.m_micros) / (whole.m_micros * 2));
}

QString Amount::toFixed(int places) const
{
    qint64 unit = kScale;
    for (int i = 0; i < places; ++i)
        unit /= 10;
    const WideInteger units = (m_micros + unit / 2) / unit;
    const WideInteger perWhole = kScale / unit;
    const QString whole = digitsOf(units / perWhole);
    return places == 0 ? whole : whole + u'.' + digitsOf(units % perWhole).rightJustified(places, u'0');
}

} // namespace nianbao
