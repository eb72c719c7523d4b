// SPDX-License-Identifier: MulanPSL-2.0
#include "docxaudit.h"

#include "packagereader.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

namespace nianbao::test {

namespace {

/// The children of elements, in the order of ECMA-376, part 1, annex A, with those of part 4.
const QHash<QString, QStringList> &sequences()
{
    const auto list = [](const char *prefix, const char *names) {
        QStringList all = QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
        for (QString &name : all)
            name.prepend(QLatin1String(prefix) + u':');
        return all;
    };
    const auto w = [list](const char *names) { return list("w", names); };
    static const QHash<QString, QStringList> all{
        {QStringLiteral("w:pPr"),
            w("pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
              "shd "
              "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
              "bidi "
              "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
              "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange")},
        {QStringLiteral("w:rPr"),
            w("rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
              "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
              "fitText "
              "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange")},
        {QStringLiteral("w:tblPr"),
            w("tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
              "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription")},
        {QStringLiteral("w:tblBorders"), w("top left start bottom right end insideH insideV")},
        {QStringLiteral("w:tblCellMar"), w("top left start bottom right end")},
        {QStringLiteral("w:pBdr"), w("top left bottom right between bar")},
        // any order by the schema; this one is Word's own
        {QStringLiteral("w:trPr"),
            w("cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader "
              "tblCellSpacing jc "
              "hidden ins del trPrChange")},
        {QStringLiteral("w:tcPr"),
            w("cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
              "hideMark")},
        {QStringLiteral("w:sectPr"),
            w("headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
              "lnNumType "
              "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
              "printerSettings")},
        {QStringLiteral("w:settings"),
            w("writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins "
              "alignBordersAndEdges hideSpellingErrors hideGrammaticalErrors proofState documentType "
              "trackRevisions "
              "documentProtection defaultTabStop autoHyphenation defaultTableStyle evenAndOddHeaders "
              "bookFoldPrinting drawingGridHorizontalSpacing drawingGridVerticalSpacing "
              "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
              "doNotUseMarginsForDrawingGridOrigin doNotShadeFormData noPunctuationKerning "
              "characterSpacingControl "
              "strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore updateFields hdrShapeDefaults "
              "footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping shapeDefaults "
              "decimalSymbol listSeparator")},
        {QStringLiteral("w:compat"),
            w("noLeading spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing "
              "doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable "
              "doNotUseHTMLParagraphAutoSpacing doNotSnapToGridInCell doNotWrapTextWithPunct "
              "doNotUseEastAsianBreakRules growAutofit useFELayout compatSetting")},
        {QStringLiteral("w:style"),
            w("name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
              "qFormat "
              "locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr")},
        {QStringLiteral("w:styles"), w("docDefaults latentStyles style")},
        {QStringLiteral("w:docDefaults"), w("rPrDefault pPrDefault")},
        {QStringLiteral("w:font"), w("altName panose1 charset family notTrueType pitch sig")},
        {QStringLiteral("w:tbl"), w("tblPr tblGrid tr")},
        {QStringLiteral("w:tr"), w("tblPrEx trPr tc")},
        {QStringLiteral("wp:inline"),
            list("wp", "extent effectExtent docPr cNvGraphicFramePr")
                + QStringList(QStringLiteral("a:graphic"))},
        {QStringLiteral("pic:pic"), list("pic", "nvPicPr blipFill spPr")},
        {QStringLiteral("pic:spPr"), list("a", "xfrm prstGeom")},
    };
    return all;
}

/// What has to stand first in an element, and what may stand there but once.
void addPlaceFaults(const XmlElement &element, QStringList &faults)
{
    struct First {
        const char *owner;
        const char *first;
    };
    for (const auto &[owner, first] :
        {First{"w:p", "w:pPr"}, First{"w:r", "w:rPr"}, First{"w:tc", "w:tcPr"}, First{"w:tr", "w:trPr"}}) {
        if (element.name != QLatin1String(owner))
            continue;
        for (size_t i = 1; i < element.children.size(); ++i) {
            if (element.children[i].name == QLatin1String(first))
                faults.append(
                    QStringLiteral("%1 is not first in %2").arg(QLatin1String(first), element.name));
        }
    }
    const bool endsWithParagraph = !element.children.empty() && element.children.back().name == u"w:p";
    if (element.name == u"w:tc" && !endsWithParagraph)
        faults.append(QStringLiteral("a cell that does not end with a paragraph"));
    for (size_t i = 1; i < element.children.size(); ++i) {
        if (element.children[i].name == u"w:tbl" && element.children[i - 1].name == u"w:tbl")
            faults.append(QStringLiteral("two tables without a paragraph between them"));
    }
}

bool isRepeated(const QString &name)
{
    static const QSet<QString> repeated{QStringLiteral("w:headerReference"),
        QStringLiteral("w:footerReference"), QStringLiteral("w:compatSetting"), QStringLiteral("w:style"),
        QStringLiteral("w:tr"), QStringLiteral("w:tc")};
    return repeated.contains(name);
}

QString typeOf(const XmlElement &types, const QString &part)
{
    for (const XmlElement &each : types.children) {
        if (each.name == u"Override" && each.attribute("PartName") == u'/' + part)
            return each.attribute("ContentType");
    }
    for (const XmlElement &each : types.children) {
        if (each.name == u"Default" && part.endsWith(u'.' + each.attribute("Extension")))
            return each.attribute("ContentType");
    }
    return {};
}

void addRelationFaults(
    const QString &name, const XmlElement &relations, OpenedDocx &docx, QSet<QString> &reached)
{
    QString folder = name.left(name.indexOf(QLatin1String("_rels/")));
    QSet<QString> ids;
    for (const XmlElement &each : relations.children) {
        const QString id = each.attribute("Id"), target = folder + each.attribute("Target");
        if (id.isEmpty() || ids.contains(id))
            docx.faults.append(QStringLiteral("%1: the id %2 is there twice").arg(name, id));
        ids.insert(id);
        reached.insert(target);
        if (!docx.parts.contains(target))
            docx.faults.append(QStringLiteral("%1: %2 is not there").arg(name, target));
    }
    if (folder != u"word/")
        return;
    for (const char *user : {"w:headerReference", "w:footerReference", "a:blip"}) {
        for (const XmlElement *each : docx.document.all(user)) {
            const QString id = each->attribute(qstrcmp(user, "a:blip") == 0 ? "r:embed" : "r:id");
            if (!ids.contains(id))
                docx.faults.append(QStringLiteral("%1: no relation %2").arg(QLatin1String(user), id));
        }
    }
}

} // namespace

const XmlElement *XmlElement::child(const char *childName) const
{
    for (const XmlElement &each : children) {
        if (each.name == QLatin1String(childName))
            return &each;
    }
    return nullptr;
}

QString XmlElement::valueOf(const char *childName) const
{
    const XmlElement *found = child(childName);
    return found ? found->attribute("w:val") : QString();
}

std::vector<const XmlElement *> XmlElement::all(const char *childName) const
{
    std::vector<const XmlElement *> found;
    for (const XmlElement &each : children) {
        if (each.name == QLatin1String(childName))
            found.push_back(&each);
        const auto inner = each.all(childName);
        found.insert(found.end(), inner.begin(), inner.end());
    }
    return found;
}

std::optional<XmlElement> parseXml(const QByteArray &xml, QString *fault)
{
    QXmlStreamReader reader(xml);
    std::vector<XmlElement> open(1);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            XmlElement element{reader.qualifiedName().toString(), {}, {}, {}};
            for (const QXmlStreamAttribute &each : reader.attributes())
                element.attributes.insert(each.qualifiedName().toString(), each.value().toString());
            open.push_back(std::move(element));
        } else if (token == QXmlStreamReader::EndElement) {
            XmlElement done = std::move(open.back());
            open.pop_back();
            open.back().children.push_back(std::move(done));
        } else if (token == QXmlStreamReader::Characters) {
            open.back().text += reader.text();
        }
    }
    if (reader.hasError()) {
        *fault = reader.errorString();
        return std::nullopt;
    }
    return std::move(open.front().children.front());
}

QStringList orderFaults(const XmlElement &element)
{
    QStringList faults;
    addPlaceFaults(element, faults);
    if (const QStringList order = sequences().value(element.name); !order.isEmpty()) {
        qsizetype last = -1;
        for (const XmlElement &each : element.children) {
            const qsizetype at = order.indexOf(each.name);
            const bool isReference = each.name == u"w:headerReference" || each.name == u"w:footerReference";
            if (at < 0)
                faults.append(QStringLiteral("%1 is none of %2").arg(each.name, element.name));
            else if (at < last && !(isReference && last <= 1))
                faults.append(QStringLiteral("%1 in %2 is too late").arg(each.name, element.name));
            else if (at == last && !isRepeated(each.name))
                faults.append(QStringLiteral("%1 in %2 is there twice").arg(each.name, element.name));
            last = std::max(last, at);
        }
    }
    for (const XmlElement &each : element.children)
        faults += orderFaults(each);
    return faults;
}

XmlElement OpenedDocx::part(const char *name) const
{
    QString fault;
    const auto xml = parseXml(parts.value(QLatin1String(name)), &fault);
    return xml ? *xml : XmlElement();
}

OpenedDocx openDocx(const QByteArray &bytes)
{
    OpenedDocx docx;
    auto package = PackageReader::open(bytes);
    if (!package) {
        docx.faults.append(QStringLiteral("no package"));
        return docx;
    }
    for (const QString &name : package->parts()) {
        const auto part = package->read(name);
        docx.parts.insert(name, part ? *part : QByteArray());
    }
    docx.document = docx.part("word/document.xml");
    const XmlElement types = docx.part("[Content_Types].xml");
    QSet<QString> reached;
    for (auto part = docx.parts.cbegin(); part != docx.parts.cend(); ++part) {
        const QString &name = part.key();
        const bool isXml = name.endsWith(QLatin1String(".xml")) || name.endsWith(QLatin1String(".rels"));
        const QString type = name == u"[Content_Types].xml" ? QStringLiteral("-") : typeOf(types, name);
        if (type.isEmpty() || (type == u"application/xml"))
            docx.faults.append(name + QStringLiteral(" has no type of its own"));
        if (!isXml)
            continue;
        QString fault;
        const auto xml = parseXml(part.value(), &fault);
        if (!xml) {
            docx.faults.append(name + QStringLiteral(": ") + fault);
            continue;
        }
        for (const QString &each : orderFaults(*xml))
            docx.faults.append(name + QStringLiteral(": ") + each);
        if (name.endsWith(QLatin1String(".rels")))
            addRelationFaults(name, *xml, docx, reached);
    }
    for (auto part = docx.parts.cbegin(); part != docx.parts.cend(); ++part) {
        const bool isReached = reached.contains(part.key()) || part.key().endsWith(QLatin1String(".rels"));
        if (!isReached && part.key() != u"[Content_Types].xml")
            docx.faults.append(part.key() + QStringLiteral(" hangs on nothing"));
    }
    return docx;
}

QString wordsOf(const XmlElement &paragraph)
{
    QString words;
    for (const XmlElement *run : paragraph.all("w:r")) {
        for (const XmlElement &each : run->children) {
            if (each.name == u"w:t")
                words += each.text;
            else if (each.name == u"w:tab")
                words += u'\t';
            else if (each.name == u"w:br" && each.attribute("w:clear").isEmpty())
                words += u'\n';
        }
    }
    return words;
}

QStringList piecesOf(const XmlElement &body)
{
    static const QRegularExpression between(QStringLiteral("[\n\t]"));
    const auto inTables = body.all("w:tbl");
    QSet<const XmlElement *> ofCells;
    for (const XmlElement *table : inTables) {
        for (const XmlElement *paragraph : table->all("w:p"))
            ofCells.insert(paragraph);
    }
    QStringList pieces;
    for (const XmlElement *paragraph : body.all("w:p")) {
        const QString words = wordsOf(*paragraph);
        const QStringList lines = ofCells.contains(paragraph) ? QStringList(words) : words.split(between);
        for (const QString &line : lines)
            pieces.append(line.simplified());
    }
    return pieces;
}

namespace {

struct AuditedCell {
    int row, column, rowSpan, columnSpan;
    QString words;
};

QStringList linesOf(std::vector<AuditedCell> cells)
{
    std::sort(cells.begin(), cells.end(), [](const AuditedCell &one, const AuditedCell &other) {
        return std::pair(one.row, one.column) < std::pair(other.row, other.column);
    });
    QStringList lines;
    for (const AuditedCell &cell : cells)
        lines.append(QStringLiteral("%1,%2+%3×%4:%5")
                         .arg(cell.row)
                         .arg(cell.column)
                         .arg(cell.rowSpan)
                         .arg(cell.columnSpan)
                         .arg(cell.words));
    return lines;
}

} // namespace

QStringList cellsOf(const XmlElement &table)
{
    std::vector<AuditedCell> cells;
    int row = 0;
    for (const XmlElement &line : table.children) {
        if (line.name != u"w:tr")
            continue;
        int column = 0;
        for (const XmlElement &cell : line.children) {
            if (cell.name != u"w:tc")
                continue;
            const XmlElement *properties = cell.child("w:tcPr");
            const int span = std::max(1, properties->valueOf("w:gridSpan").toInt());
            QStringList words;
            for (const XmlElement *paragraph : cell.all("w:p"))
                words.append(wordsOf(*paragraph));
            if (const XmlElement *merge = properties->child("w:vMerge");
                merge && merge->attribute("w:val") != u"restart") {
                const auto above = std::find_if(cells.begin(), cells.end(), [&](const AuditedCell &each) {
                    return each.column == column && each.columnSpan == span && each.row + each.rowSpan == row;
                });
                if (above != cells.end() && words.join(QString()).isEmpty())
                    ++above->rowSpan;
                else
                    cells.push_back({row, column, 0, span, QStringLiteral("goes on from nothing")});
            } else {
                cells.push_back({row, column, 1, span, words.join(u'\n')});
            }
            column += span;
        }
        ++row;
    }
    return linesOf(std::move(cells));
}

QStringList cellsOf(const TableBlock &table)
{
    std::vector<AuditedCell> cells;
    for (const TableCell &cell : table.cells)
        cells.push_back({cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text()});
    return linesOf(std::move(cells));
}

Manuscript asWritten(Manuscript manuscript)
{
    for (Manuscript::Part &part : manuscript.parts) {
        for (Block &block : part.blocks) {
            if (auto *illustration = std::get_if<IllustrationBlock>(&block))
                illustration->alternative = illustration->caption;
            auto *paragraph = std::get_if<ParagraphBlock>(&block);
            if (!paragraph || paragraph->changes.isEmpty())
                continue;
            paragraph->text.clear();
            for (const ChangedWords &each : paragraph->changes)
                paragraph->text += each.text;
        }
    }
    return manuscript;
}

} // namespace nianbao::test
