// SPDX-License-Identifier: MulanPSL-2.0
#include "phrase.h"

#include <atomic>
#include <cstring>

namespace nianbao {

namespace {

std::atomic<Language> chosen = Language::English;

/// "[2:cell|cells]" at the beginning of the text, as it reads with these arguments; takes it off the text.
QString numbered(QStringView &text, const QStringList &arguments)
{
    const qsizetype end = text.indexOf(u']');
    const QStringView choice = text.sliced(3, end - 3);
    const qsizetype bar = choice.indexOf(u'|');
    const bool isOne = arguments.value(text[1].digitValue() - 1) == u"1";
    text = text.sliced(end + 1);
    return (isOne ? choice.first(bar) : choice.sliced(bar + 1)).toString();
}

} // namespace

Phrase Phrase::joined(const QList<Phrase> &parts, const QString &separator)
{
    Phrase phrase(separator);
    phrase.m_parts = parts;
    return phrase;
}

QString Phrase::in(Language language) const
{
    QStringList arguments;
    for (const Phrase &part : m_parts)
        arguments.append(part.in(language));
    const char *sentence = language == Language::English ? m_sentence.english : m_sentence.chinese;
    if (*sentence == '\0')
        return m_parts.isEmpty() ? m_words : arguments.join(m_words);
    const QString whole = QString::fromUtf8(sentence);
    QString said;
    for (QStringView rest = whole; !rest.isEmpty();) {
        const bool isMark = rest.size() > 1 && rest[1].isDigit() && rest[1] != u'0';
        if (isMark && rest[0] == u'%') {
            said += arguments.value(rest[1].digitValue() - 1);
            rest = rest.sliced(2);
        } else if (isMark && rest[0] == u'[') {
            said += numbered(rest, arguments);
        } else {
            said += rest[0];
            rest = rest.sliced(1);
        }
    }
    return said;
}

bool Phrase::operator==(const Phrase &other) const
{
    return std::strcmp(m_sentence.english, other.m_sentence.english) == 0 && m_words == other.m_words
        && m_parts == other.m_parts;
}

Language language() { return chosen; }

void setLanguage(Language language) { chosen = language; }

QString said(const Phrase &phrase) { return phrase.in(language()); }

QString sentences(const QStringList &all)
{
    QStringList said = all;
    said.removeAll(QString());
    return said.join(chosen == Language::Chinese ? QString() : QStringLiteral(" "));
}

} // namespace nianbao
