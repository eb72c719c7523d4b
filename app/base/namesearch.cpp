// SPDX-License-Identifier: MulanPSL-2.0
#include "namesearch.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <QHash>

#include <algorithm>
#include <memory>

namespace nianbao {

namespace {

constexpr qsizetype kMostTyped = 60; // characters

QString folded(const QString &words)
{
    return words.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/// Without tone; a character that is no Chinese one gives itself.
QString syllableOf(QChar character)
{
    static QHash<QChar, QString> known;
    if (const auto found = known.constFind(character); found != known.constEnd())
        return *found;
    static const std::unique_ptr<icu::Transliterator> pinyin = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr; // then only words are found
    }();
    QString syllable = character;
    if (pinyin && character.script() == QChar::Script_Han) {
        icu::UnicodeString text(char16_t(character.unicode()));
        pinyin->transliterate(text);
        syllable = QString(reinterpret_cast<const QChar *>(text.getBuffer()), text.length()).trimmed();
    }
    known.insert(character, syllable.isEmpty() ? QString(character) : syllable);
    return known.value(character);
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
