// SPDX-License-Identifier: MulanPSL-2.0
#include "documentlines.h"

#include "entry.h"
#include "intakewords.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kGridLeftOut{"A table that is none of the report's was left out; it begins with “%1”.",
    "有一张表不是法定表格，没有收入，开头是“%1”。"};
constexpr Sentence kGridsLeftOut{
    "%1 more tables that are none of the report's were left out.", "另有 %1 张表不是法定表格，没有收入。"};
constexpr Sentence kPictureMark{"“%1” stands where a picture was; it is no text and was left out.",
    "“%1”是图片留下的标记，不是文字，没有收入。"};

constexpr qsizetype kLongestFurniture = 160;
constexpr qsizetype kLongestInstruction = 60;
constexpr int kGridsTold = 5;

class LinesOfDocument {
public:
    LinesOfDocument(const ForeignDocument &document, const RecognisedTables &tables, IntakeNotes &notes)
        : m_document(document), m_tables(tables), m_notes(notes)
    {
        for (auto it = tables.cells.cbegin(); it != tables.cells.cend(); ++it) {
            if (it->spot.block >= 0)
                m_tableOf.insert(it->spot.block, it.key().table());
        }
    }

    QList<DocumentLine> run()
    {
        for (int block = 0; block < m_document.blocks.size(); ++block) {
            m_block = block;
            if (m_tables.usedBlocks.contains(block))
                addTable();
            else
                std::visit([this](const auto &each) { add(each); }, m_document.blocks[block]);
        }
        if (m_grids > kGridsTold)
            m_notes.plain.append(Phrase(kGridsLeftOut, qint64(m_grids - kGridsTold)));
        return std::move(m_lines);
    }

private:
    void addTable()
    {
        DocumentLine line;
        line.kind = DocumentLine::Kind::Table;
        line.block = m_block;
        line.table = m_tableOf.value(m_block);
        const bool goesOn = !m_lines.isEmpty() && m_lines.last().kind == line.kind
            && (line.table.isEmpty() || m_lines.last().table == line.table);
        if (!goesOn)
            m_lines.append(line);
    }

    void add(const ForeignParagraph &paragraph)
    {
        const QStringList parts = paragraph.text.split(u'\n', Qt::SkipEmptyParts);
        bool isFirst = true;
        for (const QString &part : parts) {
            DocumentLine line;
            line.text = withoutMarks(part).trimmed();
            if (line.text.isEmpty())
                continue;
            line.block = m_block;
            line.isTitle = paragraph.isTitle;
            if (isFirst || paragraph.isTitle)
                line.level = paragraph.headingLevel;
            if (isFirst)
                line.automatic = paragraph.number.trimmed();
            line.number = headingNumber(line.automatic.isEmpty() ? line.text : line.automatic);
            isFirst = false;
            m_lines.append(line);
        }
    }

    void add(const ForeignGrid &grid)
    {
        if (grid.cells.isEmpty() || ++m_grids > kGridsTold)
            return;
        const auto filled = std::find_if(grid.cells.begin(), grid.cells.end(),
            [](const ForeignCell &cell) { return !cell.text.trimmed().isEmpty(); });
        if (filled == grid.cells.end())
            --m_grids; // layout
        else
            m_notes.plain.append(Phrase(kGridLeftOut, quoted(filled->text)));
    }

    void add(const ForeignPicture &)
    {
        DocumentLine line;
        line.kind = DocumentLine::Kind::Picture;
        line.block = m_block;
        m_lines.append(line);
    }

    QString withoutMarks(QString text)
    {
        if (!text.contains(u'['))
            return text;
        auto marks = IntakeWords::shipped().lostPicture.globalMatch(text);
        while (marks.hasNext())
            m_notes.plain.append(Phrase(kPictureMark, marks.next().captured()));
        return text.remove(IntakeWords::shipped().lostPicture);
    }

    const ForeignDocument &m_document;
    const RecognisedTables &m_tables;
    IntakeNotes &m_notes;
    QHash<int, TableId> m_tableOf{}; // by block
    QList<DocumentLine> m_lines{};
    int m_block = 0;
    int m_grids = 0;
};

} // namespace

bool isFurniture(const QString &text)
{
    const IntakeWords &words = IntakeWords::shipped();
    return text.size() <= kLongestFurniture
        && (beginsWithOneOf(text, words.furnitureBegins) || holdsOneOf(text, words.furnitureContains));
}

bool isInstruction(const QString &text)
{
    return text.size() <= kLongestInstruction && holdsOneOf(text, IntakeWords::shipped().instructions);
}

QList<DocumentLine> linesOf(
    const ForeignDocument &document, const RecognisedTables &tables, IntakeNotes &notes)
{
    return LinesOfDocument(document, tables, notes).run();
}

QString quoted(const QString &text) { return shortened(text); }

} // namespace nianbao
