// SPDX-License-Identifier: MulanPSL-2.0
#include "docxsections.h"

#include "docxlooks.h"
#include "docxparts.h"
#include "docxtext.h"

namespace nianbao {

namespace {

constexpr const char *kVml = "urn:schemas-microsoft-com:vml";
constexpr const char *kOffice = "urn:schemas-microsoft-com:office:office";

/// — 1 —, one em free at the outer edge. GB/T 9704 7.5
QByteArray pageNumber(bool isOdd)
{
    DocxParagraph paragraph{docx::kFooter};
    (isOdd ? paragraph.right : paragraph.left) = 280;
    paragraph.align = isOdd ? "right" : "left";
    DocxText body;
    body.open(paragraph);
    body.words(QStringLiteral("— "));
    body.field(" PAGE ", QStringLiteral("1"));
    body.words(QStringLiteral(" —"));
    body.close();
    return body.bytes();
}

/// Of how many is told where the document is one part: LibreOffice cannot count the pages of a section.
QByteArray countedPageNumber(bool isAlone)
{
    DocxParagraph paragraph{docx::kFooter};
    paragraph.align = "center";
    const DocxRun small{21};
    DocxText body;
    body.open(paragraph);
    body.words(QStringLiteral("第 "), small);
    body.field(" PAGE ", QStringLiteral("1"), small);
    if (isAlone) {
        body.words(QStringLiteral(" 页，共 "), small);
        body.field(" NUMPAGES ", QStringLiteral("1"), small);
    }
    body.words(QStringLiteral(" 页"), small);
    body.close();
    return body.bytes();
}

/// The mark across the page as Word makes its watermarks: it lies behind the text and moves nothing.
QByteArray markAcross(const QString &mark, int number)
{
    DocxText body;
    body.open({docx::kHeader});
    DocxMarkup &xml = body.markup();
    xml.open("w:r");
    xml.open("w:pict");
    xml.open("v:shapetype",
        {{"id", "_x0000_t136"}, {"coordsize", "21600,21600"}, {"o:spt", "136"}, {"adj", "10800"},
            {"path", "m@7,l@8,m@5,21600l@6,21600e"}});
    xml.leaf("v:path", {{"textpathok", "t"}, {"o:connecttype", "none"}});
    xml.leaf("v:textpath", {{"on", "t"}, {"fitshape", "t"}});
    xml.close();
    xml.open("v:shape",
        {{"id", QStringLiteral("PowerPlusWaterMarkObject%1").arg(number)},
            {"o:spid", QStringLiteral("_x0000_s%1").arg(2048 + number)}, {"type", "#_x0000_t136"},
            {"style",
                "position:absolute;margin-left:0;margin-top:0;width:400pt;height:200pt;rotation:325;"
                "z-index:-251658752;mso-position-horizontal:center;"
                "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
                "mso-position-vertical-relative:margin"},
            {"o:allowincell", "f"}, {"fillcolor", "#ececec"}, {"stroked", "f"}});
    xml.leaf("v:textpath", {{"style", "font-family:&quot;黑体&quot;;font-size:1pt"}, {"string", mark}});
    for (int i = 0; i < 3; ++i) // shape, pict, run
        xml.close();
    body.close();
    return body.bytes();
}

} // namespace

QByteArray DocxSections::addFurniture(
    const char *reference, const char *type, const char *kind, const QByteArray &content)
{
    const bool isFooter = qstrcmp(kind, "footer") == 0;
    DocxMarkup part;
    part.declare();
    part.open(isFooter ? "w:ftr" : "w:hdr",
        {{"xmlns:w", docx::kMain}, {"xmlns:r", docx::kRelations}, {"xmlns:v", kVml}, {"xmlns:o", kOffice}});
    part.raw(content);
    part.close();
    const QString name = QLatin1String(kind);
    const QString id = m_parts.add(QStringLiteral("%1%2.xml").arg(name).arg(++m_count), name, part.bytes());
    DocxMarkup xml;
    xml.leaf(reference, {{"w:type", type}, {"r:id", id}});
    return xml.bytes();
}

QByteArray DocxSections::reportReferences()
{
    if (m_report.isEmpty())
        m_report = addFurniture("w:footerReference", "even", "footer", pageNumber(false))
            + addFurniture("w:footerReference", "default", "footer", pageNumber(true));
    return m_report;
}

QByteArray DocxSections::paperReferences(bool isAlone)
{
    if (m_paper.isEmpty()) { // headers of their own: a part without would carry on those of the one before
        DocxText empty;
        empty.add({docx::kHeader}, {});
        const QByteArray heads = !m_mark.isEmpty()
            ? markReferences(m_mark)
            : addFurniture("w:headerReference", "even", "header", empty.bytes())
                + addFurniture("w:headerReference", "default", "header", empty.bytes());
        m_paper = heads + addFurniture("w:footerReference", "even", "footer", countedPageNumber(isAlone))
            + addFurniture("w:footerReference", "default", "footer", countedPageNumber(isAlone));
    }
    return m_paper;
}

QByteArray DocxSections::markReferences(const QString &mark)
{
    if (m_marked.isEmpty())
        m_marked = addFurniture("w:headerReference", "even", "header", markAcross(mark, 1))
            + addFurniture("w:headerReference", "default", "header", markAcross(mark, 2));
    return m_marked;
}

QByteArray DocxSections::propertiesOf(Manuscript::Part::Kind kind, bool isFirst, bool isAlone)
{
    using Kind = Manuscript::Part::Kind;
    DocxMarkup xml;
    const QString mark = m_mark.isEmpty() && kind == Kind::Draft ? QStringLiteral("草稿") : m_mark;
    xml.open("w:sectPr");
    if (kind == Kind::OfficePaper) {
        xml.raw(paperReferences(isAlone));
    } else {
        if (!mark.isEmpty())
            xml.raw(markReferences(mark));
        xml.raw(reportReferences());
    }
    xml.leaf("w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});
    xml.leaf("w:pgMar",
        {{"w:top", "2098"}, {"w:right", "1474"}, {"w:bottom", "1984"}, {"w:left", "1587"},
            {"w:header", "851"}, {"w:footer", "1447"}, {"w:gutter", "0"}});
    if (kind == Kind::Draft)
        xml.leaf("w:lnNumType", {{"w:countBy", "1"}, {"w:distance", "283"}, {"w:restart", "newPage"}});
    if (kind == Kind::OfficePaper || isFirst)
        xml.value("w:pgNumType", {"w:start", "1"});
    xml.value("w:cols", {"w:space", "425"});
    if (kind == Kind::OfficePaper)
        xml.value("w:docGrid", {"w:linePitch", "312"});
    else if (m_charGrid) // 28 cells of 15.795 pt: (15.795 − 16) × 4096
        xml.leaf("w:docGrid",
            {{"w:type", "linesAndChars"}, {"w:linePitch", docx::kLine}, {"w:charSpace", "-842"}});
    else
        xml.leaf("w:docGrid", {{"w:type", "lines"}, {"w:linePitch", docx::kLine}});
    xml.close();
    return xml.bytes();
}

} // namespace nianbao
