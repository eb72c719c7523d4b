// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace nianbao {

/// The text of a page in UTF-8, by what it says of its encoding and what fits.
struct DecodedPage {
    QByteArray utf8{}; // may be a view of the bytes it was made of: they outlive it
    qsizetype lost = 0; // characters that could not be read and stand as U+FFFD
};
/// charset: that it was sent with; empty: what the page itself says. nullopt: in no encoding that is known.
std::optional<DecodedPage> decodePage(const QByteArray &bytes, const QString &charset = {});

/// A page, piece by piece, as the parser gets it: without comments, declarations, scripts and styles (what a
/// browser never shows, and what has hidden text from parsers before), no tag with more attributes than one
/// has. Linear in its bytes.
class MarkupSource {
public:
    explicit MarkupSource(const QByteArray &utf8) : m_bytes(utf8) { }
    /// At most `room` bytes; 0: the page is at its end.
    int read(char *to, int room);
    // so far
    qsizetype tags() const { return m_tags; }
    qsizetype endTags() const { return m_endTags; }

private:
    bool skipUnseen();
    void enterTag();
    bool copyOfTag(char *to); // whether the byte goes on
    void leaveTag();

    QByteArray m_bytes;
    qsizetype m_at = 0;
    qsizetype m_tags = 0;
    qsizetype m_endTags = 0;
    qsizetype m_tagStart = 0;
    qsizetype m_valueStart = 0; // of the one that is open
    int m_attributes = 0;
    char m_quote = 0; // of the attribute's value that is open
    char m_last = 0; // in the tag, blanks not counted
    bool m_afterBlank = false;
    bool m_isPicture = false; // the value is one
    bool m_isInTag = false;
};

} // namespace nianbao
