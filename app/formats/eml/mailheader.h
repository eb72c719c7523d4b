// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace nianbao {

constexpr qsizetype kMailLine = 76; // RFC 2047 §2 of lines with encoded words, RFC 2045 §6.8 of base64

/// One header field. Whatever text is added, it stays one field: text goes in as letters and digits, or as
/// encoded words (RFC 2047) of at most 75 bytes that hold whole characters. Lines are folded before a word.
class MailHeader {
public:
    explicit MailHeader(const QByteArray &name) : m_bytes(name + ':') { }

    void addText(const QString &text); // cleaned, of one line
    void addWord(const QByteArray &word); // ASCII without line ends; never broken
    void fold(); // what follows stands on the next line
    QByteArray bytes() const { return m_bytes + "\r\n"; }

private:
    QByteArray m_bytes;
    qsizetype m_lineStart = 0;
};

// Parameters of a Content- field, each on lines of its own: "\r\n name=…". The text is cleaned, of one line.

/// As encoded words inside quotes. RFC 2047 §5 forbids it; Foxmail, QQ mail, Coremail, Outlook and Gmail
/// write it, and some of them read nothing else: to those a name in RFC 2231 alone is "tcmime.1388.bin" or
/// "untitled".
QByteArray quotedParameter(const QByteArray &name, const QString &text);

/// As RFC 2231 wants it, in numbered pieces where it is long.
QByteArray extendedParameter(const QByteArray &name, const QString &text);

/// Needs no encoding: short, and only of characters that no reader takes for anything else.
bool isPlain(const QString &text);

} // namespace nianbao
