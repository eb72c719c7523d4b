// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QString>

namespace nianbao {

enum class Language { Chinese, English };

/// A sentence in both languages of the program, string literals in UTF-8. %1 to %9 stand for arguments, each
/// of which is used in both; [2:cell|cells] in English is the first word where argument 2 is the number 1.
struct Sentence {
    const char *english = "";
    const char *chinese = "";
};

/// What is to be said, before the language is known: a sentence with its arguments, which may be phrases
/// themselves, or plain words that are the same in both. A value; words are made where somebody reads them.
class Phrase {
public:
    Phrase() = default;
    Phrase(const QString &words) : m_words(words) { }
    Phrase(qint64 number) : m_words(QString::number(number)) { }
    template <typename... Arguments>
    explicit Phrase(const Sentence &sentence, const Arguments &...arguments)
        : m_sentence(sentence), m_parts{Phrase(arguments)...}
    { }
    /// One after the other, the same mark between two.
    static Phrase joined(const QList<Phrase> &parts, const QString &separator);

    Phrase &operator+=(const Phrase &more) { return *this = joined({*this, more}, {}); }
    bool isEmpty() const { return in(Language::English).isEmpty(); }
    QString in(Language language) const;
    bool operator==(const Phrase &other) const;

private:
    Sentence m_sentence{}; // none: the words, or the parts with the words between them
    QString m_words{};
    QList<Phrase> m_parts{};
};

/// The language of the program; English until one is chosen. Only sayings at the edge ask for it.
Language language();
void setLanguage(Language language);
/// The words in the language of the program.
QString said(const Phrase &phrase);
/// Whole sentences in the language of the program, one after the other; empty ones are left out. Chinese has
/// no blank between two.
QString sentences(const QStringList &all);

} // namespace nianbao
