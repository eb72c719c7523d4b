// SPDX-License-Identifier: MulanPSL-2.0
#include "mailheader.h"

#include <QByteArrayList>
#include <QRegularExpression>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kWord = 75; // RFC 2047 §2
const QByteArray kWordStart(
    "=?UTF-8?B?"); // UTF-8: all of these programs read it, and emoji have no place in GB 2312
const QByteArray kWordEnd("?=");

/// Joined to pieces of so many bytes; a character stays whole.
QByteArrayList joined(const QByteArrayList &characters, qsizetype first, qsizetype others)
{
    QByteArrayList pieces(1);
    for (const QByteArray &character : characters) {
        if (pieces.last().size() + character.size() > (pieces.size() == 1 ? first : others))
            pieces.append(QByteArray());
        pieces.last() += character;
    }
    return pieces;
}

QByteArrayList charactersOf(const QString &text)
{
    QByteArrayList characters;
    for (const char32_t c : text.toStdU32String())
        characters.append(QString::fromUcs4(&c, 1).toUtf8());
    return characters;
}

/// The first word has so many columns, the others what a folded line leaves them.
QByteArrayList encodedWords(const QString &text, qsizetype first, qsizetype others)
{
    const auto bytesIn = [](qsizetype columns) {
        return (std::min(columns, kWord) - kWordStart.size() - kWordEnd.size()) / 4 * 3;
    };
    QByteArrayList words = joined(charactersOf(text), bytesIn(first), bytesIn(others));
    for (QByteArray &word : words)
        word = kWordStart + word.toBase64() + kWordEnd;
    return words;
}

} // namespace

void MailHeader::addText(const QString &text)
{
    if (isPlain(text) && !text.contains(u'.')) { // a dot before an address is no longer in the grammar
        addWord(text.toLatin1());
        return;
    }
    const qsizetype used = m_bytes.size() - m_lineStart + 1;
    for (const QByteArray &word : encodedWords(text, kMailLine - used, kMailLine - 1))
        addWord(word);
}

void MailHeader::addWord(const QByteArray &word)
{
    const bool isFirst
        = m_bytes.endsWith(':'); // a first line without content is read as an empty field by some
    if (!isFirst && m_bytes.size() - m_lineStart + 1 + word.size() > kMailLine)
        fold();
    m_bytes += ' ' + word;
}

void MailHeader::fold()
{
    m_bytes += "\r\n";
    m_lineStart = m_bytes.size();
}

QByteArray quotedParameter(const QByteArray &name, const QString &text)
{
    const QByteArray start = "\r\n " + name + "=\"";
    if (isPlain(text))
        return start + text.toLatin1() + '"';
    const qsizetype end = 2; // "; behind the last word
    const QByteArrayList words
        = encodedWords(text, kMailLine - (start.size() - 2) - end, kMailLine - 1 - end);
    return start + words.join("\r\n ") + '"';
}

QByteArray extendedParameter(const QByteArray &name, const QString &text)
{
    QByteArrayList characters = charactersOf(text);
    for (QByteArray &character : characters)
        character = character.toPercentEncoding();
    const QByteArray charset("UTF-8''");
    const QByteArray whole = ' ' + name + "*=" + charset + characters.join();
    if (whole.size() < kMailLine)
        return "\r\n" + whole;
    const qsizetype room = kMailLine - name.size() - 8; // the blank, *10*= and ;
    const QByteArrayList pieces = joined(characters, room - charset.size(), room);
    QByteArrayList lines;
    for (qsizetype i = 0; i < pieces.size(); ++i)
        lines.append("\r\n " + name + '*' + QByteArray::number(i) + "*=" + (i == 0 ? charset : QByteArray())
            + pieces[i]);
    return lines.join(';');
}

bool isPlain(const QString &text)
{
    static const QRegularExpression plain(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9._-]+( [A-Za-z0-9._-]+)*")));
    return text.size() <= 60 && plain.match(text).hasMatch();
}

} // namespace nianbao
