// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxsource.h"

#include "documentblocks.h"
#include "xmlreader.h"

namespace nianbao {

namespace {

/// The text of a string item, cell or comment, from its start to its end: runs one after the other, without
/// what is to be read above the characters.
QString stringItem(XmlReader &xml)
{
    const int outer = xml.depth();
    QString text;
    int inText = 0; // depth of the t that is open
    while (xml.next() && !(xml.isEnd() && xml.depth() == outer)) {
        if (xml.isStart() && xml.is(u"rPh"))
            xml.skip();
        else if (xml.isStart() && xml.is(u"t"))
            inText = xml.depth();
        else if (xml.isEnd() && xml.depth() == inText)
            inText = 0;
        else if (xml.isText() && inText > 0 && text.size() < XlsxSource::kMostText)
            text += xml.text().left(XlsxSource::kMostText - text.size());
    }
    return unescaped(text);
}

bool isWithin(const XlsxAt &at)
{
    return at.row < GridBuilder::kMostRows && at.column < GridBuilder::kMostColumns;
}

bool saysTrue(const QString &word) { return word == u"1" || word == u"true" || word == u"on"; }

} // namespace

/// Goes through one sheet.
class XlsxCells {
public:
    XlsxCells(XlsxSource &source, XlsxSheet &sheet) : m_source(source), m_sheet(sheet) { }

    void read(XmlReader &xml)
    {
        while (xml.next()) {
            if (!xml.isStart())
                continue;
            if ((xml.is(u"row") || xml.is(u"c")) && ++m_source.m_seen > XlsxSource::kMostSeen) {
                m_sheet.isCut = true;
                return; // its merges, too: nobody reads such a sheet for a report
            }
            if (xml.is(u"row"))
                beginRow(xml.attribute(u"r"));
            else if (xml.is(u"c"))
                readCell(xml);
            else if (xml.is(u"mergeCell"))
                addMerge(xml.attribute(u"ref"));
        }
    }

private:
    void beginRow(const QString &number)
    {
        bool isNumber = false;
        const qint64 row = number.toLongLong(&isNumber) - 1;
        m_at = {isNumber && row >= 0 ? int(std::min<qint64>(row, GridBuilder::kMostRows)) : m_at.row + 1, -1};
    }

    void readCell(XmlReader &xml)
    {
        if (const auto at = addressOf(xml.attribute(u"r")))
            m_at = *at;
        else
            ++m_at.column;
        const QString type = xml.attribute(u"t");
        const auto style = m_source.m_styles.value(xml.attribute(u"s").toInt());
        const int outer = xml.depth();
        XlsxSheet::Cell cell{{}, -1, style.isFramed};
        QString value;
        bool isValue = false;
        while (xml.next() && !(xml.isEnd() && xml.depth() == outer)) {
            if (xml.isStart() && xml.is(u"is"))
                cell.text = stringItem(xml);
            else if (xml.isStart() || xml.isEnd())
                isValue = xml.isStart() && xml.is(u"v");
            else if (xml.isText() && isValue && value.size() < XlsxSource::kMostText)
                value += xml.text().left(XlsxSource::kMostText - value.size());
        }
        if (!value.isEmpty())
            takeValue(cell, type, value, style.isDay);
        add(cell);
    }

    void takeValue(XlsxSheet::Cell &cell, const QString &type, const QString &value, bool isDay) const
    {
        if (type == u"s") {
            bool isNumber = false;
            const int index = value.toInt(&isNumber);
            cell.shared = isNumber && index >= 0 ? index : -1;
            m_sheet.isCut |= cell.shared >= XlsxSource::kMostShared;
        } else if (type == u"b") {
            cell.text = value.trimmed() == u"1" ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
        } else if (type == u"str") {
            cell.text = unescaped(value);
        } else if (type == u"d") {
            cell.text = shownIsoDay(value);
        } else if (type == u"e") {
            cell.text = value;
        } else if (type != u"inlineStr") {
            cell.text = isDay ? shownDay(value, m_source.m_countsFrom1904) : shownNumber(value);
        }
    }

    void add(XlsxSheet::Cell cell)
    {
        cell.text = cell.text.trimmed();
        const bool says = !cell.text.isEmpty() || cell.shared >= 0;
        if (!says && !cell.isFramed)
            return;
        if (m_at.row < 0 || !isWithin(m_at) || m_source.m_cells >= XlsxSource::kMostCells) {
            m_sheet.isCut |= says;
            return;
        }
        const auto key = XlsxSheet::keyOf(m_at.row, m_at.column);
        if (m_sheet.cells.contains(key))
            return; // told twice: the first one holds
        ++m_source.m_cells;
        if (cell.shared >= 0)
            m_source.m_shared.insert(cell.shared, {});
        m_sheet.cells.insert(key, cell);
    }

    void addMerge(const QString &name)
    {
        const auto range = rangeOf(name);
        if (range && isWithin(range->first) && ++m_source.m_merges <= XlsxSource::kMostMerges)
            m_sheet.merges.append(*range);
    }

    XlsxSource &m_source;
    XlsxSheet &m_sheet;
    XlsxAt m_at{-1, -1};
};

Result<QString> XlsxSource::mainPart()
{
    const auto relations = m_package.relations();
    if (!relations)
        return relations.error();
    for (const auto &relation : *relations) {
        if (relation.type == u"officeDocument")
            return relation.target;
    }
    return Error{ErrorCode::NotOfItsKind, {}, QStringLiteral("xlsx")};
}

Result<> XlsxSource::readBook(const QString &part)
{
    const auto bytes = m_package.read(part);
    if (!bytes)
        return bytes.error();
    XmlReader xml(*bytes, part);
    if (xml.next() && !(xml.isStart() && xml.is(u"workbook")))
        return Error{ErrorCode::NotOfItsKind, {}, QStringLiteral("xlsx")};
    while (xml.next()) {
        if (!xml.isStart())
            continue;
        if (xml.is(u"workbookPr")) {
            m_countsFrom1904 = saysTrue(xml.attribute(u"date1904"));
        } else if (xml.is(u"sheet") && m_sheets.size() >= kMostSheets) {
            m_leftSheetsOut = true;
        } else if (xml.is(u"sheet")) {
            XlsxSheet sheet;
            sheet.name = xml.attribute(u"name").simplified().left(kMostText);
            sheet.isHidden = xml.attribute(u"state").contains(u"idden"); // hidden, veryHidden
            m_sheets.append(sheet);
            m_relations.append(xml.attribute(u"id"));
        } else if (xml.is(u"definedName") && xml.attribute(u"name") == u"_xlnm.Print_Area") {
            const int sheet = xml.attribute(u"localSheetId").toInt();
            QString area;
            while (xml.next() && xml.isText())
                area += xml.text().left(1000);
            if (sheet >= 0 && sheet < m_sheets.size())
                m_sheets[sheet].printed = rangeOf(QStringView(area).mid(area.lastIndexOf(u'!') + 1));
        }
    }
    return xml.result();
}

Result<> XlsxSource::readStyles(const QString &part)
{
    const auto bytes = m_package.read(part);
    if (!bytes)
        return bytes.error();
    XmlReader xml(*bytes, part);
    QHash<int, QString> codes;
    QList<bool> frames;
    bool isOfCells = false; // within cellXfs
    while (xml.next()) {
        if (xml.isEnd() && xml.is(u"cellXfs"))
            isOfCells = false;
        if (!xml.isStart())
            continue;
        const QString line = xml.attribute(u"style");
        if (xml.is(u"numFmt") && codes.size() < 10'000)
            codes.insert(xml.attribute(u"numFmtId").toInt(), xml.attribute(u"formatCode").left(1000));
        else if (xml.is(u"border"))
            frames.append(false);
        else if (!frames.isEmpty() && !line.isEmpty() && line != u"none" && !xml.is(u"diagonal"))
            frames.last() = true;
        else if (xml.is(u"cellXfs"))
            isOfCells = true;
        else if (xml.is(u"xf") && isOfCells && m_styles.size() < 100'000) {
            const int format = xml.attribute(u"numFmtId").toInt();
            m_styles.append(
                {isDayFormat(format, codes.value(format)), frames.value(xml.attribute(u"borderId").toInt())});
        }
    }
    return xml.result();
}

Result<> XlsxSource::readSheet(const QString &part, XlsxSheet &sheet)
{
    {
        const auto bytes = m_package.read(part);
        if (!bytes)
            return bytes.error();
        XmlReader xml(*bytes, part);
        XlsxCells(*this, sheet).read(xml);
        if (const auto read = xml.result(); !read)
            return read;
    }
    const auto relations = m_package.relations(part);
    if (!relations)
        return relations.error();
    for (const auto &relation : *relations) {
        if (relation.type == u"comments")
            return readComments(relation.target, sheet);
    }
    return {};
}

Result<> XlsxSource::readComments(const QString &part, XlsxSheet &sheet)
{
    const auto bytes = m_package.read(part);
    if (!bytes)
        return bytes.error();
    XmlReader xml(*bytes, part);
    QStringList authors;
    while (xml.next()) {
        if (xml.isStart() && xml.is(u"author")) {
            QString name;
            while (xml.next() && xml.isText())
                name += xml.text().left(1000);
            if (authors.size() < 1000)
                authors.append(name);
        } else if (xml.isStart() && xml.is(u"comment")) {
            const auto at = addressOf(xml.attribute(u"ref"));
            const QString author = authors.value(xml.attribute(u"authorId").toInt()).trimmed();
            QString text = stringItem(xml).trimmed();
            if (!author.isEmpty() && (text.startsWith(author + u':') || text.startsWith(author + u'：')))
                text.remove(0, author.size() + 1); // Excel writes it before what is said
            text = text.simplified();
            if (text.isEmpty() || !at)
                continue;
            if (isWithin(*at) && ++m_cells <= kMostCells)
                sheet.notes.insert(XlsxSheet::keyOf(at->row, at->column), text);
            else
                sheet.isCut = true;
        }
    }
    return xml.result();
}

Result<> XlsxSource::readShared(const QString &part)
{
    const auto bytes = m_package.read(part);
    if (!bytes)
        return bytes.error();
    XmlReader xml(*bytes, part);
    int index = 0;
    qsizetype missing = m_shared.size();
    while (missing > 0 && index < kMostShared && xml.next()) {
        if (!xml.isStart() || !xml.is(u"si"))
            continue;
        const auto asked = m_shared.find(index++);
        if (asked == m_shared.end()) {
            xml.skip();
            continue;
        }
        *asked = stringItem(xml).trimmed();
        --missing;
    }
    return xml.result();
}

/// Puts shared texts into their cells; a text is one, however many cells have it, and yet what they say
/// together has bounds.
void XlsxSource::resolveShared()
{
    qsizetype characters = 0;
    for (XlsxSheet &sheet : m_sheets) {
        for (XlsxSheet::Cell &cell : sheet.cells) {
            if (cell.shared >= 0)
                cell.text = m_shared.value(cell.shared);
            characters += cell.text.size();
            if (characters > kMostCharacters) {
                cell.text.clear();
                sheet.isCut = true;
            }
        }
    }
}

Result<QList<XlsxSheet>> XlsxSource::sheets()
{
    const auto main = mainPart();
    if (!main)
        return main.error();
    if (auto read = readBook(*main); !read)
        return read.error();
    const auto relations = m_package.relations(*main);
    if (!relations)
        return relations.error();
    QString shared;
    for (const auto &relation : *relations) {
        if (relation.type == u"sharedStrings")
            shared = relation.target;
        if (relation.type != u"styles")
            continue;
        if (auto read = readStyles(relation.target); !read)
            return read.error();
    }
    for (int i = 0; i < m_sheets.size(); ++i) {
        const auto relation = relations->value(m_relations.at(i));
        if (relation.type != u"worksheet")
            continue; // a chart, a dialog: no cells
        if (auto read = readSheet(relation.target, m_sheets[i]); !read)
            return read.error();
    }
    if (!shared.isEmpty() && !m_shared.isEmpty()) {
        if (auto read = readShared(shared); !read)
            return read.error();
    }
    resolveShared();
    return std::move(m_sheets);
}

QString XlsxSource::title()
{
    const auto relations = m_package.relations();
    QString title;
    if (!relations)
        return title;
    for (const auto &relation : *relations) {
        const auto bytes = relation.type == u"core-properties" ? m_package.read(relation.target)
                                                               : Result<QByteArray>(QByteArray());
        if (!bytes || bytes->isEmpty())
            continue;
        XmlReader xml(*bytes, relation.target);
        while (xml.next()) {
            if (!xml.isStart() || !xml.is(u"title"))
                continue;
            while (xml.next() && xml.isText() && title.size() < kMostText)
                title += xml.text();
        }
    }
    return title.simplified();
}

} // namespace nianbao
