// SPDX-License-Identifier: MulanPSL-2.0
#include "docxforeignstyles.h"

#include "xmlreader.h"

namespace nianbao {

namespace {

constexpr int kMostStyles = 20'000;

/// The number at the end of a name that begins with one of these words ("heading 1", "标题1"); 0: it is none.
int numberedName(const QString &name, std::initializer_list<QStringView> words)
{
    for (const QStringView word : words) {
        if (!name.startsWith(word, Qt::CaseInsensitive))
            continue;
        const QStringView rest = QStringView(name).mid(word.size()).trimmed();
        if (rest.size() == 1 && rest.front() >= u'1' && rest.front() <= u'9')
            return rest.front().digitValue();
    }
    return 0;
}

bool isTitleName(const QString &name)
{
    return name.compare(u"Title", Qt::CaseInsensitive) == 0 || name == u"标题";
}

} // namespace

Result<DocxForeignStyles> DocxForeignStyles::read(const QByteArray &xml, const QString &part)
{
    DocxForeignStyles styles;
    XmlReader reader(xml, part);
    while (reader.next()) {
        if (!reader.isStart())
            continue;
        if (reader.is(u"style"))
            styles.readStyle(reader);
        else if (reader.depth() > 1)
            reader.skip();
        if (styles.m_stated.size() > kMostStyles)
            return Error{ErrorCode::TooManyParts, {}, QString::number(kMostStyles)};
    }
    if (auto read = reader.result(); !read)
        return read.error();
    for (auto it = styles.m_stated.cbegin(); it != styles.m_stated.cend(); ++it)
        styles.resolve(it.key());
    return styles;
}

void DocxForeignStyles::readStyle(XmlReader &xml)
{
    const int outer = xml.depth();
    const QString id = xml.attribute(u"styleId");
    const QString isUsual = xml.attribute(u"default");
    Stated style;
    style.isParagraph = xml.attribute(u"type") == u"paragraph";
    if (style.isParagraph && (isUsual == u"1" || isUsual == u"true" || isUsual == u"on"))
        m_usual = id;
    while (xml.next() && !(xml.isEnd() && xml.depth() == outer)) {
        if (!xml.isStart())
            continue;
        if (xml.is(u"name"))
            style.name = xml.attribute(u"val").trimmed();
        else if (xml.is(u"basedOn"))
            style.basedOn = xml.attribute(u"val");
        else if (xml.is(u"pPr"))
            style.paragraph = readParagraphProperties(xml);
        else if (xml.is(u"rPr"))
            style.run = readRunProperties(xml);
        else
            xml.skip();
    }
    if (!m_stated.contains(id))
        m_stated.insert(id, style);
}

/// Along the chain of what it is based on, down to one that is known already; a circle ends where it closes.
void DocxForeignStyles::resolve(const QString &id)
{
    QStringList chain;
    QString at = id;
    for (auto found = m_stated.constFind(at); found != m_stated.cend() && !m_resolved.contains(at);
         found = m_stated.constFind(at)) {
        m_resolved.insert(at, {}); // so that a circle meets it
        chain.append(at);
        at = found->basedOn;
    }
    DocxForeignStyle style = m_resolved.value(at);
    while (!chain.isEmpty()) {
        at = chain.takeLast();
        const Stated stated = m_stated.value(at);
        if (const int level = numberedName(stated.name, {u"heading", u"标题"}))
            style.headingLevel = level;
        if (const auto outline = stated.paragraph.outline)
            style.headingLevel = *outline >= 0 && *outline < 9 ? *outline + 1 : 0;
        style.isTitle = style.isTitle || isTitleName(stated.name);
        style.isContents = style.isContents || numberedName(stated.name, {u"toc", u"目录"}) > 0;
        style.isHidden = stated.run.isHidden.value_or(style.isHidden);
        if (stated.paragraph.number) {
            style.number = stated.paragraph.number;
            style.numberedAs = at;
        }
        if (stated.paragraph.level)
            style.level = stated.paragraph.level;
        m_resolved.insert(at, style);
    }
}

DocxForeignStyle DocxForeignStyles::paragraphStyle(const QString &id) const
{
    const auto stated = m_stated.constFind(id);
    const bool isKnown = stated != m_stated.cend() && stated->isParagraph;
    return m_resolved.value(isKnown ? id : m_usual);
}

} // namespace nianbao
