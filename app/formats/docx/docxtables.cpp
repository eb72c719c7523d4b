// SPDX-License-Identifier: MulanPSL-2.0
#include "docxtables.h"

#include "docxlooks.h"
#include "pagestyle.h"
#include "tableflow.h"

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kTwipsPerMm = 1440 / 25.4;
constexpr double kNotePitch = 1.35; // of a note's size
constexpr double kPlainPitch = 1.3; // of a cell's, as the page has them
constexpr double kFormPitch = 1.22;
constexpr int kSide
    = 28; // twips between a rule and words: Word's own 108 leave too little of a column of 590

int twips(double mm) { return int(std::lround(mm * kTwipsPerMm)); }
int halfPoints(double mm) { return int(std::floor(mm / kMmPerPoint * 2 + 1e-6)); }

/// The largest size of type with which a table and its notes stand on one page under its heading; else the
/// smallest.
TableFlow flowOf(const TableBlock &table, const DocxTablePlace &place, const FontSet &fonts)
{
    const PageStyle &style = pageStyle();
    constexpr double kStep = 0.5 * kMmPerPoint; // Word knows half points
    double size = style.tableSize;
    TableFlow flow(table, style, fonts, size);
    if (table.kind == TableBlock::Kind::Plain)
        return flow;
    double notes = 0;
    for (const QString &note : table.notes) {
        const TextStyle set{
            FontRole::Table, style.tableSmallSize, style.tableSmallSize, style.typeWidth, 0, true};
        notes += double(breakLines(fonts, note, set).size()) * style.tableSmallSize * kNotePitch;
    }
    const double whole = (style.linesPerPage - place.headingLines) * style.linePitch() - notes;
    while (flow.height() > whole && size - kStep >= style.tableSmallSize - 1e-6) {
        size -= kStep;
        flow = TableFlow(table, style, fonts, size);
    }
    return flow;
}

class TableWriter {
public:
    TableWriter(DocxText &body, const TableBlock &table, DocxComments &comments, const TableFlow &flow)
        : m_body(body)
        , m_xml(body.markup())
        , m_table(table)
        , m_comments(comments)
        , m_flow(flow)
        , m_owner(size_t(table.rows) * size_t(table.widths.size()), nullptr)
    {
        double all = 0;
        for (const double width : table.widths)
            all += width;
        double edge = 0;
        for (const double width : table.widths) {
            m_edges.push_back(int(std::lround(edge / all * docx::kTypeWidth)));
            edge += width;
        }
        m_edges.push_back(docx::kTypeWidth);
        const int columns = int(table.widths.size());
        for (const TableCell &cell : table.cells) {
            for (int row = cell.row; row < std::min(cell.row + cell.rowSpan, table.rows); ++row)
                for (int c = cell.column; c < std::min(cell.column + cell.columnSpan, columns); ++c)
                    m_owner[size_t(row) * size_t(columns) + size_t(c)] = &cell;
        }
    }

    void write(const QString &heading)
    {
        m_xml.open("w:tbl");
        addProperties(heading);
        m_xml.open("w:tblGrid");
        for (size_t i = 1; i < m_edges.size(); ++i)
            m_xml.value("w:gridCol", {"w:w", m_edges[i] - m_edges[i - 1]});
        m_xml.close();
        for (int row = 0; row < m_table.rows; ++row)
            addRow(row);
        m_xml.close();
    }

private:
    bool isForm() const { return m_table.kind == TableBlock::Kind::Form; }

    /// Rows that a page after the first begins with again: only heads that hold for all that follows.
    int headRows() const
    {
        return m_table.runs.size() == 1 && m_table.runs.first().firstRow == 0 ? m_table.runs.first().headRows
                                                                              : 0;
    }

    void addProperties(const QString &heading)
    {
        m_xml.open("w:tblPr");
        m_xml.leaf("w:tblW", {{"w:w", docx::kTypeWidth}, {"w:type", "dxa"}});
        m_xml.value("w:jc", {"w:val", "center"});
        m_xml.open("w:tblBorders"); // in eighths of a point
        const auto rule = [this](const char *edge, const char *width) {
            m_xml.leaf(edge, {{"w:val", "single"}, {"w:sz", width}, {"w:space", "0"}, {"w:color", "auto"}});
        };
        for (const char *edge : {"w:top", "w:left", "w:bottom", "w:right"})
            rule(edge, isForm() ? "6" : "4");
        rule("w:insideH", "4");
        rule("w:insideV", "4");
        m_xml.close();
        m_xml.value("w:tblLayout", {"w:type", "fixed"});
        m_xml.open("w:tblCellMar");
        const int side = isForm() ? kSide : 57;
        const int above = isForm() ? twips(m_flow.textSize() * 0.2) : 57;
        m_xml.leaf("w:top", {{"w:w", above}, {"w:type", "dxa"}});
        m_xml.leaf("w:left", {{"w:w", side}, {"w:type", "dxa"}});
        m_xml.leaf("w:bottom", {{"w:w", above}, {"w:type", "dxa"}});
        m_xml.leaf("w:right", {{"w:w", side}, {"w:type", "dxa"}});
        m_xml.close();
        m_xml.leaf("w:tblLook",
            {{"w:val", "04A0"}, {"w:firstRow", headRows() > 0 ? "1" : "0"}, {"w:lastRow", "0"},
                {"w:firstColumn", m_table.rowHeadColumns > 0 ? "1" : "0"}, {"w:lastColumn", "0"},
                {"w:noHBand", "1"}, {"w:noVBand", "1"}});
        if (!heading.isEmpty())
            m_xml.value("w:tblCaption", {"w:val", heading});
        m_xml.value("w:tblDescription", {"w:val", description()});
        m_xml.close();
    }

    QString description() const
    {
        QStringList heads;
        for (const TableCell &cell : m_table.cells) {
            const bool isHead
                = cell.kind == TableCell::Kind::Banner || cell.kind == TableCell::Kind::ColumnHead;
            if (isHead && !cell.words.isEmpty() && !heads.contains(cell.words))
                heads.append(cell.words);
        }
        QString words = m_table.name.isEmpty() ? QString() : m_table.name + u'，';
        words += QStringLiteral("%1 行 %2 列").arg(m_table.rows).arg(m_table.widths.size());
        return heads.isEmpty() ? words + u'。' : words + QStringLiteral("，列：") + heads.join(u'、') + u'。';
    }

    /// Data rows have the least height, so that a row whose note is taken out closes up; heads what the page
    /// gives them; rows to be written in by hand the room for it.
    int heightOf(int row) const
    {
        const bool isHead = row < headRows();
        if (isForm())
            return isHead ? twips(m_flow.heightOf({row, row + 1, 0, 0})) : twips(m_flow.textSize() * 1.62);
        return m_table.handwriting == TableBlock::Handwriting::None || isHead
            ? 0
            : twips(m_flow.heightOf({row, row + 1, 0, 0}));
    }

    void addRow(int row)
    {
        const bool isLast = row + 1 == m_table.rows;
        // a page would cut a merged label in two: （三）不予公 | 开
        const bool keepsNext = isForm() ? !isLast || !m_table.notes.isEmpty() : row < headRows() && !isLast;
        m_xml.open("w:tr");
        m_xml.open("w:trPr");
        m_xml.leaf("w:cantSplit");
        if (const int height = heightOf(row); height > 0)
            m_xml.leaf("w:trHeight", {{"w:val", height}, {"w:hRule", "atLeast"}});
        if (row < headRows())
            m_xml.leaf("w:tblHeader");
        m_xml.close();
        const int columns = int(m_table.widths.size());
        for (int column = 0; column < columns;) {
            const TableCell *cell = m_owner[size_t(row) * size_t(columns) + size_t(column)];
            const int span = cell ? std::min(cell->column + cell->columnSpan, columns) - column : 1;
            addCell(cell, row, column, span, keepsNext);
            column += std::max(1, span);
        }
        m_xml.close();
    }

    void addCell(const TableCell *cell, int row, int column, int span, bool keepsNext)
    {
        const bool begins = cell && cell->row == row;
        m_xml.open("w:tc");
        m_xml.open("w:tcPr");
        m_xml.leaf(
            "w:tcW", {{"w:w", m_edges[size_t(column + span)] - m_edges[size_t(column)]}, {"w:type", "dxa"}});
        if (span > 1)
            m_xml.value("w:gridSpan", {"w:val", span});
        if (cell && cell->rowSpan > 1)
            m_xml.value("w:vMerge", {"w:val", begins ? "restart" : "continue"});
        if (cell && cell->kind == TableCell::Kind::Banner)
            m_xml.leaf("w:shd",
                {{"w:val", "clear"}, {"w:color", "auto"},
                    {"w:fill", pageStyle().banner.name().mid(1).toUpper()}});
        m_xml.value("w:vAlign", {"w:val", "center"});
        m_xml.close();
        DocxParagraph paragraph{docx::kTableText, keepsNext};
        if (begins)
            addWords(*cell, paragraph, m_edges[size_t(column + span)] - m_edges[size_t(column)]);
        else
            m_body.add(paragraph, {});
        m_xml.close();
    }

    void addWords(const TableCell &cell, DocxParagraph paragraph, int width)
    {
        const TableFlow::Words set = m_flow.wordsOf(cell);
        const int size = halfPoints(set.size);
        paragraph.line = int(std::lround(size * 10 * (isForm() ? kFormPitch : kPlainPitch)));
        const bool isDetail = cell.kind == TableCell::Kind::RowHead && m_table.rowHeadColumns > 1
            && cell.column + cell.columnSpan == m_table.rowHeadColumns;
        if (isDetail || cell.kind == TableCell::Kind::Words)
            paragraph.align = "left";
        const QString text = cell.text();
        QList<DocxCut> cuts = m_comments.cutsAt(cell.place, text);
        if (cell.stacked && text.contains(u'、')) { // the mark stands beside its character
            for (qsizetype i = 1; i < text.size(); ++i) {
                if (text[i] != u'、')
                    cuts.append({i, DocxText::layoutBreak()});
            }
        } else if (cell.stacked) { // so narrow that each character is a line: nothing parts the words
            paragraph.left = paragraph.right = std::max(0, (width - 2 * kSide - size * 25 / 2) / 2);
        } else if (isForm() && set.pieces.size() == 2) {
            cuts.append({set.pieces.first().size(), DocxText::layoutBreak()});
        }
        std::stable_sort(cuts.begin(), cuts.end(),
            [](const DocxCut &one, const DocxCut &other) { return one.at < other.at; });
        m_body.open(paragraph);
        m_body.words(text, cuts, {size == docx::kTableSize ? 0 : size});
        m_body.close();
    }

    DocxText &m_body;
    DocxMarkup &m_xml;
    const TableBlock &m_table;
    DocxComments &m_comments;
    const TableFlow &m_flow;
    std::vector<int> m_edges{}; // of columns
    std::vector<const TableCell *> m_owner; // of each square; nullptr: none
};

} // namespace

void addDocxTable(DocxText &body, const TableBlock &table, const DocxTablePlace &place,
    DocxComments &comments, const FontSet &fonts)
{
    if (table.rows <= 0 || table.widths.isEmpty())
        return;
    const TableFlow flow = flowOf(table, place, fonts);
    TableWriter(body, table, comments, flow).write(place.heading);
    if (table.notes.isEmpty())
        return;
    QList<DocxCut> cuts = comments.cutsAt(table.notesPlace, table.notes.join(u'\n'));
    qsizetype from = 0;
    for (int i = 0; i < table.notes.size(); ++i) {
        const qsizetype size = table.notes[i].size();
        const bool isLast = i + 1 == table.notes.size();
        QList<DocxCut> own;
        while (!cuts.isEmpty() && (isLast || cuts.first().at <= from + size)) {
            DocxCut cut = cuts.takeFirst();
            cut.at = std::max<qsizetype>(0, cut.at - from);
            own.append(cut);
        }
        body.add({docx::kTableNote}, table.notes[i], own);
        from += size + 1;
    }
}

} // namespace nianbao
