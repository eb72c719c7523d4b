// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace nianbao {

/// A name as a person may look for it: by words of it, by its pinyin, or by the initials of that. Whatever
/// the width and case of letters; blanks and punctuation of the name do not count.
class SearchedName {
public:
    explicit SearchedName(const QString &name);

    /// How far it is from what was typed, whose parts between blanks all have to fit: 0 begins with it, then
    /// come those of which a word begins with it, then those that hold it within. nullopt: it does not fit.
    /// Everything fits nothing typed.
    std::optional<int> distance(const QString &typed) const;

private:
    std::optional<int> distanceOfPart(const QString &part) const;
    bool isSpelledAt(qsizetype from, const QString &wanted) const;
    QString m_words; // folded, without blanks and punctuation
    QList<bool> m_begins{}; // a word, one a character
    QStringList m_syllables; // one a character: xin; of a letter or digit itself
    QString m_initials; // one a syllable
};

} // namespace nianbao
