// SPDX-License-Identifier: MulanPSL-2.0
#include "digits.h"

#include <QStringList>

namespace nianbao::digits {

namespace {

constexpr qsizetype kGroup = 3;
constexpr int kMostGroups = 10; // more digits than any figure: not looked at further

class Reader {
public:
    Reader(QStringView text, qsizetype at, Separators separators)
        : m_text(text), m_start(at), m_at(at), m_separators(separators)
    { }

    Number number()
    {
        readWhole();
        readFraction();
        m_number.length = m_at - m_start;
        return m_number;
    }

private:
    int digitAt(qsizetype at) const
    {
        if (at >= m_text.size())
            return -1;
        const char16_t c = m_text[at].unicode();
        return m_separators == Separators::None ? (c >= u'0' && c <= u'9' ? c - u'0' : -1) : valueOf(c);
    }

    qsizetype runFrom(qsizetype at) const
    {
        qsizetype end = at;
        while (digitAt(end) >= 0)
            ++end;
        return end - at;
    }

    /// u',' for commas, u' ' for blanks, null for what separates nothing.
    QChar separatorAt(qsizetype at) const
    {
        if (at >= m_text.size() || m_separators == Separators::None)
            return {};
        const QChar c = m_text[at];
        if (c == u',')
            return u',';
        if (c == u'，') {
            const bool inProse = m_separators == Separators::InProse;
            return !inProse || m_text[at - 1].unicode() >= 0xFF10 ? QChar(u',') : QChar();
        }
        const bool isLineEnd = c == u'\n' || c == u'\r' || c == u'\t' || c.unicode() == 0x2028;
        return m_separators != Separators::Commas && isBlank(c) && !isLineEnd ? QChar(u' ') : QChar();
    }

    void take(qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i)
            m_number.whole += QChar(u'0' + digitAt(m_at + i));
        m_at += count;
    }

    void readWhole()
    {
        const qsizetype first = runFrom(m_at);
        take(first);
        if (first >= 1 && first <= kGroup && m_number.whole.front() != u'0')
            readGroups();
        m_number.whole.remove(0, leadingZeros());
    }

    qsizetype leadingZeros() const
    {
        qsizetype zeros = 0;
        while (zeros < m_number.whole.size() - 1 && m_number.whole[zeros] == u'0')
            ++zeros;
        return zeros;
    }

    /// All groups, or none of them.
    void readGroups()
    {
        const QChar kind = separatorAt(m_at);
        if (kind.isNull())
            return;
        qsizetype end = m_at;
        for (int group = 0; separatorAt(end) == kind && digitAt(end + 1) >= 0; ++group) {
            if (runFrom(end + 1) != kGroup || group == kMostGroups)
                return;
            end += 1 + kGroup;
        }
        if (end == m_at)
            return;
        while (m_at < end) {
            ++m_at;
            take(kGroup);
        }
        m_number.isGroupedByBlanks = kind == u' ';
    }

    void readFraction()
    {
        const bool isPoint = m_at < m_text.size()
            && (m_text[m_at] == u'.' || (m_text[m_at] == u'．' && m_separators != Separators::None));
        if (!isPoint || digitAt(m_at + 1) < 0)
            return;
        ++m_at;
        for (; digitAt(m_at) >= 0; ++m_at)
            m_number.fraction += QChar(u'0' + digitAt(m_at));
    }

    QStringView m_text;
    qsizetype m_start;
    qsizetype m_at;
    Separators m_separators;
    Number m_number{};
};

} // namespace

int valueOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    return c.unicode() >= 0xFF10 && c.unicode() <= 0xFF19 ? c.unicode() - 0xFF10 : -1;
}

bool isBlank(QChar c)
{
    const char16_t u = c.unicode();
    return c.isSpace() || u == 0xFEFF || u == 0x200B || u == 0x2060 || u == 0x180E;
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

Number read(QStringView text, qsizetype at, Separators separators)
{
    return Reader(text, at, separators).number();
}

QString grouped(const QString &hex, qsizetype most)
{
    QStringList groups;
    for (qsizetype i = 0; i < std::min(most, hex.size()); i += 4)
        groups.append(hex.mid(i, 4));
    return groups.join(u' ');
}

} // namespace nianbao::digits
