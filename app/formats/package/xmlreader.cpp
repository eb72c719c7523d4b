// SPDX-License-Identifier: MulanPSL-2.0
#include "xmlreader.h"

#include <QStringDecoder>

#include <utility>

namespace nianbao {

namespace {

/// The encoding that the XML declaration names, lower-case; empty: none.
QByteArray declaredEncoding(const QByteArray &declaration)
{
    const qsizetype word = declaration.indexOf("encoding");
    if (word < 0)
        return {};
    for (const char quote : {'"', '\''}) {
        const qsizetype from = declaration.indexOf(quote, word) + 1;
        const qsizetype to = from > 0 ? declaration.indexOf(quote, from) : -1;
        if (to > 0)
            return declaration.mid(from, to - from).trimmed().toLower();
    }
    return {};
}

/// The document in UTF-8 without its XML declaration, so that the parser has no choice; nullopt: not
/// readable.
std::optional<QByteArray> asPlainUtf8(QByteArray xml)
{
    const bool isLittle = xml.startsWith("\xFF\xFE") || (xml.size() > 1 && xml[0] == '<' && xml[1] == 0);
    const bool isBig = xml.startsWith("\xFE\xFF") || (xml.size() > 1 && xml[0] == 0 && xml[1] == '<');
    const bool isWide = isLittle || isBig;
    if (isWide) {
        QStringDecoder decoder(isLittle ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        const QString text = decoder.decode(xml);
        if (decoder.hasError())
            return std::nullopt;
        xml = text.toUtf8();
    }
    if (xml.startsWith("\xEF\xBB\xBF"))
        xml.remove(0, 3);
    if (xml.startsWith("<?xml") && xml.size() > 5 && QChar::isSpace(uchar(xml[5]))) {
        const qsizetype end = xml.indexOf("?>");
        if (end < 0)
            return std::nullopt;
        QByteArray name = declaredEncoding(xml.left(end));
        xml.remove(0, end + 2);
        if (name.startsWith("gb") || name == "cp936")
            name = "GB18030"; // of which GB2312 and GBK are parts
        if (!isWide && !name.isEmpty() && name != "utf-8" && name != "utf8") {
            QStringDecoder decoder(name.constData());
            if (!decoder.isValid())
                return std::nullopt;
            const QString text = decoder.decode(xml);
            if (decoder.hasError())
                return std::nullopt;
            xml = text.toUtf8();
        }
    }
    // What is left must leave the parser no other encoding to guess, nor a second declaration to believe.
    const bool startsAgain
        = xml.trimmed().startsWith("<?xml") || xml.startsWith('\xFE') || xml.startsWith('\xFF');
    if (startsAgain || xml.contains('\0'))
        return std::nullopt;
    return xml;
}

/// Whether some element has more attributes than the parser, which compares each with each, gets in time.
bool hasTooManyAttributes(const QByteArray &xml)
{
    const char *at = xml.constData();
    const char *const end = at + xml.size();
    const auto past = [&](qsizetype from, const char *mark) {
        const qsizetype found = xml.indexOf(mark, from);
        return found < 0 ? end : xml.constData() + found;
    };
    while (at < end) {
        if (*at++ != '<' || at == end)
            continue;
        const qsizetype from = at - xml.constData();
        if (*at == '?') {
            at = past(from, "?>");
            continue;
        }
        if (*at == '!') {
            const bool isComment = end - at > 2 && at[1] == '-' && at[2] == '-';
            at = isComment ? past(from + 3, "-->") : at[1] == '[' ? past(from, "]]>") : at + 1;
            continue;
        }
        int attributes = 0;
        for (char quote = 0; at < end && (quote || *at != '>'); ++at) {
            if (quote ? *at != quote : *at != '"' && *at != '\'')
                continue;
            quote = quote ? char(0) : *at;
            if (quote && ++attributes > XmlReader::kMostAttributes)
                return true;
        }
    }
    return false;
}

} // namespace

XmlReader::XmlReader(const QByteArray &xml, QString part) : m_part(std::move(part)), m_namespaces{0}
{
    auto plain = asPlainUtf8(xml);
    if (!plain || hasTooManyAttributes(*plain)) {
        fail(ErrorCode::BrokenDocument, m_part);
        return;
    }
    m_bytes.setData(*plain);
    m_bytes.open(QIODevice::ReadOnly);
    m_reader.setDevice(&m_bytes); // decoded piece by piece, so that a large part is in memory once
}

bool XmlReader::fail(ErrorCode code, const QString &detail)
{
    m_error = Error{code, {}, detail};
    return false;
}

bool XmlReader::enter()
{
    if (++m_depth > kDepth)
        return fail(ErrorCode::TooDeep, QString::number(kDepth));
    m_namespaces.resize(m_depth);
    m_namespaces.append(m_namespaces.last() + m_reader.namespaceDeclarations().size());
    if (m_namespaces.last() > kMostNamespaces)
        return fail(ErrorCode::BrokenDocument, m_part);
    return true;
}

bool XmlReader::next()
{
    if (std::exchange(m_leaves, false))
        --m_depth;
    while (!m_error) {
        if (++m_tokens > kMostTokens)
            return fail(ErrorCode::TooCostly, {});
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement: return enter();
        case QXmlStreamReader::EndElement: return m_leaves = true;
        case QXmlStreamReader::Characters: return true;
        case QXmlStreamReader::DTD: return fail(ErrorCode::DeclaresEntities, m_part);
        case QXmlStreamReader::EndDocument: return false;
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::Invalid: return fail(ErrorCode::BrokenDocument, m_part);
        default: break; // comments and the like
        }
    }
    return false;
}

QString XmlReader::attribute(QStringView localName) const
{
    const QXmlStreamAttributes attributes = m_reader.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == localName)
            return attribute.value().toString();
    }
    return {};
}

bool XmlReader::hasAttribute(QStringView localName) const
{
    const QXmlStreamAttributes attributes = m_reader.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == localName)
            return true;
    }
    return false;
}

void XmlReader::skip()
{
    const int outer = m_depth;
    while (next() && !(isEnd() && m_depth == outer)) { }
}

Result<> XmlReader::result() const
{
    if (m_error)
        return *m_error;
    return {};
}

} // namespace nianbao
