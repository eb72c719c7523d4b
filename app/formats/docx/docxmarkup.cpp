// SPDX-License-Identifier: MulanPSL-2.0
#include "docxmarkup.h"

namespace nianbao {

namespace {

/// XML 1.0, production Char.
bool isXmlCharacter(char32_t c)
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE)
        || c >= 0x10000;
}

void appendEscaped(QByteArray &bytes, const QString &words)
{
    QString kept;
    kept.reserve(words.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QChar c = words[i];
        if (c.isHighSurrogate() && i + 1 < words.size() && words[i + 1].isLowSurrogate()) {
            kept += c;
            kept += words[++i];
        } else if (c == u'&') {
            kept += QLatin1String("&amp;");
        } else if (c == u'<') {
            kept += QLatin1String("&lt;");
        } else if (c == u'>') {
            kept += QLatin1String("&gt;");
        } else if (c == u'"') {
            kept += QLatin1String("&quot;");
        } else if (c == u'\n' || c == u'\t' || c == u'\r') {
            kept += QStringLiteral("&#%1;").arg(c.unicode()); // a bare one would be read as a blank
        } else if (isXmlCharacter(c.unicode())) {
            kept += c;
        }
    }
    bytes += kept.toUtf8();
}

} // namespace

DocxMarkup::Attribute::Attribute(const char *attribute, const QString &words) : name(attribute)
{
    appendEscaped(value, words);
}

void DocxMarkup::declare() { m_bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"; }

void DocxMarkup::start(const char *name, Attributes attributes)
{
    m_bytes += '<';
    m_bytes += name;
    for (const Attribute &attribute : attributes) {
        m_bytes += ' ';
        m_bytes += attribute.name;
        m_bytes += "=\"";
        m_bytes += attribute.value;
        m_bytes += '"';
    }
}

void DocxMarkup::open(const char *name, Attributes attributes)
{
    start(name, attributes);
    m_bytes += '>';
    m_open.push_back(name);
}

void DocxMarkup::leaf(const char *name, Attributes attributes)
{
    start(name, attributes);
    m_bytes += "/>";
}

void DocxMarkup::close()
{
    Q_ASSERT(!m_open.empty());
    m_bytes += "</";
    m_bytes += m_open.back();
    m_bytes += '>';
    m_open.pop_back();
}

void DocxMarkup::text(const QString &words) { appendEscaped(m_bytes, words); }

} // namespace nianbao
