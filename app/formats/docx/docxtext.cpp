// SPDX-License-Identifier: MulanPSL-2.0
#include "docxtext.h"

#include <algorithm>

namespace nianbao {

void DocxText::open(const DocxParagraph &paragraph)
{
    m_xml.open("w:p");
    m_xml.open("w:pPr");
    m_xml.value("w:pStyle", {"w:val", paragraph.style});
    if (paragraph.keepsNext)
        m_xml.leaf("w:keepNext");
    if (paragraph.isFramed) {
        m_xml.open("w:pBdr");
        for (const char *edge : {"w:top", "w:left", "w:bottom", "w:right"})
            m_xml.leaf(edge, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "4"}, {"w:color", "auto"}});
        m_xml.close();
    }
    QByteArray spacing;
    const auto length = [&spacing](const char *name, int value) {
        spacing += ' ' + QByteArray(name) + "=\"" + QByteArray::number(value) + '"';
    };
    if (paragraph.before >= 0)
        length("w:before", paragraph.before);
    if (paragraph.after >= 0)
        length("w:after", paragraph.after);
    if (paragraph.line > 0) {
        length("w:line", paragraph.line);
        spacing += " w:lineRule=\"exact\"";
    }
    if (!spacing.isEmpty())
        m_xml.raw("<w:spacing" + spacing + "/>");
    if (paragraph.left > 0 || paragraph.right > 0)
        m_xml.leaf("w:ind", {{"w:left", paragraph.left}, {"w:right", paragraph.right}});
    if (paragraph.align)
        m_xml.value("w:jc", {"w:val", paragraph.align});
    m_propertiesEnd = m_xml.size();
    m_xml.close();
}

void DocxText::openRun(const DocxRun &look)
{
    m_xml.open("w:r");
    m_xml.open("w:rPr");
    m_xml.value("w:rFonts", {"w:hint", "eastAsia"}); // else “ ” — … are set in the Latin font
    if (look.isStruck)
        m_xml.leaf("w:strike");
    if (look.colour)
        m_xml.value("w:color", {"w:val", look.colour});
    if (look.size > 0) {
        m_xml.value("w:sz", {"w:val", look.size});
        m_xml.value("w:szCs", {"w:val", look.size});
    }
    if (look.isUnderlined)
        m_xml.value("w:u", {"w:val", "single"});
    if (look.ground)
        m_xml.leaf("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", look.ground}});
    m_xml.close();
}

void DocxText::run(const QString &text, const DocxRun &look)
{
    if (text.isEmpty())
        return;
    openRun(look);
    qsizetype from = 0;
    const auto flush = [&](qsizetype to) {
        if (to <= from)
            return;
        m_xml.open("w:t", {{"xml:space", "preserve"}});
        m_xml.text(text.mid(from, to - from));
        m_xml.close();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c != u'\n' && c != u'\t' && c != u'\r')
            continue;
        flush(i);
        m_xml.leaf(c == u'\t' ? "w:tab" : "w:br");
        from = i + 1;
    }
    flush(text.size());
    m_xml.close();
}

void DocxText::words(const QString &text, const QList<DocxCut> &cuts, const DocxRun &look)
{
    qsizetype from = 0;
    for (const DocxCut &cut : cuts) {
        const qsizetype at = std::clamp(cut.at, from, text.size());
        run(text.mid(from, at - from), look);
        m_xml.raw(cut.markup);
        from = at;
    }
    run(text.mid(from), look);
}

void DocxText::field(const char *instruction, const QString &shown, const DocxRun &look)
{
    const auto mark = [this, &look](const char *type) {
        openRun(look);
        m_xml.value("w:fldChar", {"w:fldCharType", type});
        m_xml.close();
    };
    mark("begin");
    openRun(look);
    m_xml.open("w:instrText", {{"xml:space", "preserve"}});
    m_xml.raw(instruction);
    m_xml.close();
    m_xml.close();
    mark("separate");
    run(shown, look);
    mark("end");
}

void DocxText::close() { m_xml.close(); }

void DocxText::add(const DocxParagraph &paragraph, const QString &text, const QList<DocxCut> &cuts)
{
    open(paragraph);
    words(text, cuts);
    close();
}

QByteArray DocxText::layoutBreak()
{
    // the clear says that nothing shall float beside it: nothing does, and no text is written with one
    return "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>"
           "<w:br w:type=\"textWrapping\" w:clear=\"all\"/></w:r>";
}

} // namespace nianbao
