// SPDX-License-Identifier: MulanPSL-2.0
#include "markupsource.h"

#include "textencoding.h"

#include <QStringDecoder>
#include <QUtf8StringView>

#include <algorithm>
#include <cstring>

namespace nianbao {

namespace {

constexpr int kMostAttributes = 48; // the parser compares each with all before it
constexpr qsizetype kLongestValue = 20'000; // of an attribute that is no picture

bool isBlankByte(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool isLetterByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What stands behind a word such as charset= in the head of a page.
QString namedAfter(const QByteArray &head, const char *word)
{
    for (auto at = head.indexOf(word); at >= 0; at = head.indexOf(word, at + 1)) {
        auto from = at + qsizetype(std::strlen(word));
        const auto skip = [&](const char *marks) {
            while (from < head.size() && head.at(from) != 0 && std::strchr(marks, head.at(from)))
                ++from;
        };
        skip(" \t\r\n");
        if (from >= head.size() || head.at(from) != '=')
            continue;
        skip("= \t\r\n\"'");
        auto end = from;
        while (
            end < head.size() && (isLetterByte(head.at(end)) || std::strchr("0123456789-_:.", head.at(end))))
            ++end;
        if (end > from)
            return QString::fromLatin1(head.mid(from, end - from));
    }
    return {};
}

QString namedEncoding(const QByteArray &bytes)
{
    constexpr qsizetype kHead = 8192;
    const QByteArray head = bytes.left(kHead).toLower();
    const QString charset = namedAfter(head, "charset");
    return charset.isEmpty() && head.startsWith("<?xml") ? namedAfter(head, "encoding") : charset;
}

bool hasWideMark(const QByteArray &bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

/// A page with a few broken bytes (a description cut within a character) is still the page.
std::optional<DecodedPage> decodedWithLoss(const QByteArray &bytes, const QString &named)
{
    const bool isGb = named.startsWith(u"gb", Qt::CaseInsensitive);
    QStringDecoder decoder(isGb ? "GB18030" : "UTF-8");
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder.decode(bytes);
    const auto lost = text.count(QChar::ReplacementCharacter);
    constexpr qsizetype kOneIn = 500, kAlways = 2;
    if (lost > kAlways && lost * kOneIn > text.size())
        return std::nullopt;
    return DecodedPage{text.toUtf8(), lost};
}

/// Whether the start of a large page is in no encoding that such pages have, so that the rest need not be
/// tried in each.
bool startsWithNoText(const QByteArray &bytes, const QString &named)
{
    constexpr qsizetype kLarge = 1 << 20;
    const bool isGb = named.startsWith(u"gb", Qt::CaseInsensitive);
    const bool isUtf8 = QString(named).remove(u'-').compare(u"utf8", Qt::CaseInsensitive) == 0;
    if (bytes.size() <= kLarge || hasWideMark(bytes) || !(named.isEmpty() || isGb || isUtf8))
        return false;
    const QByteArray start = bytes.left(kLarge);
    return !decodedWithLoss(start, QStringLiteral("utf-8")) && !decodedWithLoss(start, QStringLiteral("gb"));
}

} // namespace

std::optional<DecodedPage> decodePage(const QByteArray &bytes, const QString &charset)
{
    static constexpr char kMark[] = "\xEF\xBB\xBF";
    const qsizetype start = bytes.startsWith(kMark) ? 3 : 0;
    const QString named = charset.isEmpty() ? namedEncoding(bytes) : charset;
    if (!hasWideMark(bytes)
        && QUtf8StringView(bytes.constData() + start, bytes.size() - start).isValidUtf8()) {
        // what is UTF-8 to the last byte is that, whatever it says; a few bytes may be so by chance
        constexpr qsizetype kByChance = 16;
        const auto wide = std::count_if(bytes.cbegin(), bytes.cend(), [](char c) { return (c & 0x80) != 0; });
        if (start > 0 || wide == 0 || wide >= kByChance || !named.startsWith(u"gb", Qt::CaseInsensitive))
            return DecodedPage{QByteArray::fromRawData(bytes.constData() + start, bytes.size() - start)};
    }
    if (startsWithNoText(bytes, named))
        return std::nullopt;
    const bool isNamedUtf8 = QString(named).remove(u'-').compare(u"utf8", Qt::CaseInsensitive) == 0;
    if (isNamedUtf8 && !hasWideMark(bytes)) { // with a broken byte it may be GB18030 by chance
        if (auto page = decodedWithLoss(bytes, named))
            return page;
    }
    if (const auto text = decodeText(bytes, named))
        return DecodedPage{text->text.toUtf8()};
    return hasWideMark(bytes) ? std::nullopt : decodedWithLoss(bytes, named);
}

/// Comments, declarations and instructions. An open one hides all that follows, as it does in a browser.
bool MarkupSource::skipUnseen()
{
    const auto next = m_at + 1 < m_bytes.size() ? m_bytes.at(m_at + 1) : '\0';
    if (next != '!' && next != '?')
        return false;
    const bool isComment
        = m_bytes.size() - m_at >= 4 && std::memcmp(m_bytes.constData() + m_at, "<!--", 4) == 0;
    const auto end = isComment ? m_bytes.indexOf("-->", m_at + 2) : m_bytes.indexOf('>', m_at);
    m_at = end < 0 ? m_bytes.size() : end + (isComment ? 3 : 1);
    return true;
}

void MarkupSource::enterTag()
{
    m_tagStart = m_at;
    m_attributes = 0;
    m_quote = 0;
    m_last = 0;
    m_afterBlank = false;
    m_isInTag = true;
    ++m_tags;
    if (m_bytes.at(m_at + 1) == '/')
        ++m_endTags;
}

bool MarkupSource::copyOfTag(char *to)
{
    const char c = m_bytes.at(m_at++);
    *to = c;
    if (m_quote != 0) {
        if (c == m_quote)
            m_quote = 0;
        else if (m_at - m_valueStart > kLongestValue && !m_isPicture)
            return false;
        return m_attributes <= kMostAttributes;
    }
    if (c == '>') {
        leaveTag();
        return true;
    }
    const bool isBlank = isBlankByte(c) || c == '/';
    if ((c == '"' || c == '\'') && m_last == '=') {
        m_quote = c;
        m_valueStart = m_at;
        m_isPicture = QByteArrayView(m_bytes).sliced(m_at).startsWith("data:");
    }
    if (m_quote == 0 && !isBlank && (m_afterBlank || m_last == '"' || m_last == '\'') && c != '='
        && m_last != '=')
        ++m_attributes;
    m_afterBlank = isBlank;
    if (!isBlankByte(c))
        m_last = c;
    return m_attributes <= kMostAttributes;
}

void MarkupSource::leaveTag()
{
    m_isInTag = false;
    for (const QByteArrayView name : {QByteArrayView("script"), QByteArrayView("style")}) {
        const auto isNamed = [&](qsizetype from) {
            const auto end = from + name.size();
            return end < m_bytes.size()
                && qstrnicmp(m_bytes.constData() + from, name.data(), size_t(name.size())) == 0
                && !isLetterByte(m_bytes.at(end));
        };
        if (!isNamed(m_tagStart + 1))
            continue;
        while (m_at < m_bytes.size()) { // nothing in it is markup
            const auto end = m_bytes.indexOf("</", m_at);
            m_at = end < 0 ? m_bytes.size() : end;
            if (end < 0 || isNamed(end + 2))
                return;
            m_at += 2;
        }
    }
}

int MarkupSource::read(char *to, int room)
{
    int written = 0;
    while (written < room && m_at < m_bytes.size()) {
        if (m_isInTag) {
            written += copyOfTag(to + written) ? 1 : 0;
            continue;
        }
        if (m_bytes.at(m_at) == '<') {
            if (skipUnseen())
                continue;
            const char next = m_at + 1 < m_bytes.size() ? m_bytes.at(m_at + 1) : '\0';
            if (isLetterByte(next) || next == '/') {
                enterTag();
                continue;
            }
        }
        const char *from = m_bytes.constData() + m_at;
        auto run = std::min<qsizetype>(m_bytes.size() - m_at, room - written);
        if (const void *tag = std::memchr(from + 1, '<', size_t(run - 1)))
            run = static_cast<const char *>(tag) - from;
        std::memcpy(to + written, m_bytes.constData() + m_at, size_t(run));
        m_at += run;
        written += int(run);
    }
    std::replace(to, to + written, '\0', ' '); // the parser would take it for the end
    return written;
}

} // namespace nianbao
