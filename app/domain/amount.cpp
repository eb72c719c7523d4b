// SPDX-License-Identifier: MulanPSL-2.0
#include "amount.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace nianbao {

namespace {

constexpr qsizetype kMaxWholeDigits = 12;

/// Full-width forms to half-width, all white space and separators of thousands away.
QString normalised(const QString &text)
{
    QString plain;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (c.isSpace() || u == 0xFEFF || u == u',' || u == 0xFF0C)
            continue;
        plain += u >= 0xFF01 && u <= 0xFF5E ? QChar(char16_t(u - 0xFEE0)) : u == 0x2212 ? QChar(u'-') : c;
    }
    return plain;
}

QString withoutUnit(QString plain)
{
    static const std::array units{QStringLiteral("万元"), QStringLiteral("件"), QStringLiteral("条"),
        QStringLiteral("次"), QStringLiteral("个"), QStringLiteral("项")};
    for (const auto &unit : units) {
        if (plain.endsWith(unit)) {
            plain.chop(unit.size());
            break;
        }
    }
    return plain;
}

bool allDigits(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// 1,234,567 is a number written with thousands; 1,2 is a slip of the finger and must not become 12.
bool commasAreThousands(const QString &text)
{
    QString groups;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        groups += c.unicode() == 0xFF0C ? QChar(u',') : c;
    }
    if (!groups.contains(u','))
        return true;
    const auto parts = groups.section(u'.', 0, 0).split(u',');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const auto digits = i + 1 < parts.size()
            ? parts[i].size()
            : qsizetype(std::count_if(parts[i].begin(), parts[i].end(), [](QChar c) { return c.isDigit(); }));
        if (digits != 3)
            return false;
    }
    return true;
}

} // namespace

Result<Amount> Amount::parse(const QString &text)
{
    QString plain = withoutUnit(normalised(text));
    const bool negative = plain.startsWith(u'-');
    if (negative || plain.startsWith(u'+'))
        plain.remove(0, 1);
    const auto dot = plain.indexOf(u'.');
    const QString whole = dot < 0 ? plain : plain.left(dot);
    QString fraction = dot < 0 ? QString() : plain.mid(dot + 1);
    if (whole.isEmpty() || !allDigits(whole) || !allDigits(fraction) || (dot >= 0 && fraction.isEmpty())
        || !commasAreThousands(text))
        return Error{ErrorCode::NotANumber, {}, text.trimmed()};
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.size() > kDecimals)
        return Error{ErrorCode::TooManyDecimals, {}, text.trimmed()};
    qsizetype leading = 0;
    while (leading < whole.size() - 1 && whole[leading] == u'0')
        ++leading;
    if (whole.size() - leading > kMaxWholeDigits)
        return Error{ErrorCode::OutOfRange, {}, text.trimmed()};
    const qint64 micros = whole.toLongLong() * kScale + fraction.leftJustified(kDecimals, u'0').toLongLong();
    return Amount(negative ? -micros : micros);
}

int Amount::decimals() const
{
    int places = kDecimals;
    for (qint64 rest = m_micros; places > 0 && rest % 10 == 0; rest /= 10)
        --places;
    return places;
}

QString Amount::toString() const
{
    const qint64 size = m_micros < 0 ? -m_micros : m_micros;
    QString text = QString::number(size / kScale);
    if (const int places = decimals(); places > 0)
        text += u'.' + QString::number(size % kScale).rightJustified(kDecimals, u'0').left(places);
    return m_micros < 0 ? u'-' + text : text;
}

__extension__ typedef __int128 Wide; // products of two amounts

Amount Amount::ratio(Amount part, Amount whole, int factor)
{
    const Wide product = Wide(part.m_micros) * factor * kScale;
    return Amount(qint64((product * 2 + whole.m_micros) / (Wide(whole.m_micros) * 2)));
}

QString Amount::toFixed(int places) const
{
    qint64 unit = kScale;
    for (int i = 0; i < places; ++i)
        unit /= 10;
    const qint64 units = (m_micros + unit / 2) / unit;
    const qint64 perWhole = kScale / unit;
    const QString whole = QString::number(units / perWhole);
    return places == 0
        ? whole
        : QStringLiteral("%1.%2").arg(whole).arg(units % perWhole, places, 10, QLatin1Char('0'));
}

} // namespace nianbao
