// SPDX-License-Identifier: MulanPSL-2.0
#include "namesearch.h"

#include <QFile>

#include <vector>

namespace nianbao {

namespace {

constexpr qsizetype kMostTyped = 60; // characters

QString folded(const QString &words)
{
    return words.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/// The pinyin of every Chinese character, without tones: read once, in a moment and in any thread.
class Syllables {
public:
    Syllables() : m_numbers(0x10000)
    {
        QFile file(QStringLiteral(":/pinyin/syllables.txt"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the readings that were built in cannot be read");
        const QString lines = QString::fromUtf8(file.readAll());
        for (const QStringView line : QStringView(lines).split(u'\n', Qt::SkipEmptyParts)) {
            const auto blank = line.indexOf(u' ');
            m_syllables.append(line.left(blank).toString());
            for (const QChar character : line.mid(blank + 1))
                m_numbers[character.unicode()] = quint16(m_syllables.size());
        }
    }
    /// A character that is no Chinese one gives itself.
    QString of(QChar character) const
    {
        const quint16 number = m_numbers[character.unicode()];
        return number == 0 ? QString(character) : m_syllables[number - 1];
    }

private:
    QStringList m_syllables;
    std::vector<quint16> m_numbers; // by the character: which syllable, from 1
};

QString syllableOf(QChar character)
{
    static const Syllables syllables;
    return syllables.of(character);
}

} // namespace

SearchedName::SearchedName(const QString &name)
{
    for (const QChar character : folded(name)) {
        if (!character.isLetterOrNumber())
            continue;
        m_words += character;
        m_syllables.append(syllableOf(character));
        m_initials += m_syllables.last().front();
    }
}

std::optional<int> SearchedName::distance(const QString &typed) const
{
    int result = 0;
    const QStringList parts = folded(typed.left(kMostTyped)).split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const auto one = distanceOfPart(part);
        if (!one)
            return std::nullopt;
        result += *one;
    }
    return result;
}

std::optional<int> SearchedName::distanceOfPart(const QString &part) const
{
    QString wanted = part;
    wanted.removeIf([](QChar character) { return !character.isLetterOrNumber(); });
    if (wanted.isEmpty() || m_words.startsWith(wanted))
        return 0;
    if (m_words.contains(wanted))
        return 1;
    if (m_initials.startsWith(wanted))
        return 2;
    if (m_initials.contains(wanted))
        return 3;
    for (qsizetype from = 0; from < m_syllables.size(); ++from) {
        QString spelled;
        for (auto at = from; at < m_syllables.size() && spelled.size() < wanted.size(); ++at)
            spelled += m_syllables[at];
        if (spelled.startsWith(wanted))
            return from == 0 ? 2 : 4;
    }
    return std::nullopt;
}

} // namespace nianbao
