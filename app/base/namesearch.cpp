// SPDX-License-Identifier: MulanPSL-2.0
#include "namesearch.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <vector>

namespace nianbao {

namespace {

constexpr qsizetype kMostTyped = 60; // characters

QString folded(const QString &words)
{
    return words.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

QString listed(const char *name)
{
    QFile file(QStringLiteral(":/pinyin/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the list %s that was built in cannot be read", name);
    return QString::fromUtf8(file.readAll());
}

/// The pinyin of every Chinese character, without tones: read once, in a moment and in any thread.
class Syllables {
public:
    Syllables() : m_numbers(0x10000)
    {
        const QString lines = listed("syllables.txt");
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

/// The words of which the labels of the forms and the names of offices consist: Chinese has no blanks.
class KnownWords {
public:
    KnownWords()
    {
        const QStringList words = listed("words.txt").simplified().split(u' ');
        m_words = QSet<QString>(words.begin(), words.end());
        for (const QString &word : words)
            m_longest = std::max(m_longest, word.size());
    }
    /// Of the longest with which the text begins there, else 0.
    qsizetype lengthAt(const QString &text, qsizetype from) const
    {
        qsizetype length = std::min(m_longest, text.size() - from);
        while (length > 0 && !m_words.contains(text.mid(from, length)))
            --length;
        return length;
    }

private:
    QSet<QString> m_words;
    qsizetype m_longest = 0;
};

qsizetype wordLengthAt(const QString &text, qsizetype from)
{
    static const KnownWords words;
    return words.lengthAt(text, from);
}

} // namespace

SearchedName::SearchedName(const QString &name)
{
    const QString all = folded(name);
    bool begins = true;
    qsizetype wordEnd = 0;
    for (qsizetype at = 0; at < all.size(); ++at) {
        const QChar character = all[at];
        if (!character.isLetterOrNumber()) {
            begins = true;
            continue;
        }
        if (at >= wordEnd) {
            const auto length = wordLengthAt(all, at);
            begins = begins || length > 0 || at == wordEnd;
            wordEnd = length > 0 ? at + length : wordEnd;
        }
        m_words += character;
        m_begins.append(begins);
        m_syllables.append(syllableOf(character));
        m_initials += m_syllables.last().front();
        begins = false;
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
    if (wanted.isEmpty())
        return 0;
    std::optional<int> least;
    for (qsizetype from = 0; from < m_words.size(); ++from) {
        const bool isAsTyped = QStringView(m_words).mid(from).startsWith(wanted);
        if (!isAsTyped && !isSpelledAt(from, wanted))
            continue;
        const int place = from == 0 ? 0 : m_begins[from] ? 1 : 2;
        const int distance = 2 * place + (isAsTyped ? 0 : 1);
        least = std::min(least.value_or(distance), distance);
    }
    return least;
}

/// By initials, or by pinyin whose last syllable may not be at its end yet.
bool SearchedName::isSpelledAt(qsizetype from, const QString &wanted) const
{
    if (m_initials[from] != wanted.front())
        return false;
    if (QStringView(m_initials).mid(from).startsWith(wanted))
        return true;
    QString spelled;
    for (auto at = from; at < m_syllables.size() && spelled.size() < wanted.size(); ++at)
        spelled += m_syllables[at];
    return spelled.startsWith(wanted);
}

} // namespace nianbao
