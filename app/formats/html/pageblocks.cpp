// SPDX-License-Identifier: MulanPSL-2.0
#include "pageblocks.h"

#include "digits.h"

#include <algorithm>
#include <utility>

namespace nianbao {

namespace {

bool isPageBlank(QChar c) { return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f'; }

/// Marks of no width: where a line may break, and what editors leave.
bool isUnprinted(QChar c)
{
    const char16_t code = c.unicode();
    return code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0xAD;
}

/// Between such characters the end of a line in the source is no blank.
bool isWideCharacter(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF)
        || (code >= 0xFE30 && code <= 0xFE4F) || (code >= 0xFF00 && code <= 0xFF60) || c.isSurrogate();
}

QString numberedWords(const ForeignParagraph &paragraph) { return paragraph.number + paragraph.text; }

QString wordsOf(const QList<ForeignBlock> &parts)
{
    QStringList lines;
    for (const ForeignBlock &part : parts) {
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&part))
            lines.append(numberedWords(*paragraph));
    }
    return lines.join(u'\n');
}

} // namespace

void PageBlocks::addBlank(QChar c)
{
    if (m_style.isPreformatted && c == u'\n')
        breakParagraph();
    else if (m_style.isPreformatted)
        m_text += c;
    else if (m_blank.isEmpty() || c == u'\n')
        m_blank = c;
}

/// Without a blank in them.
void PageBlocks::addWords(QStringView words)
{
    if (!m_blank.isEmpty()) {
        const bool isSeam = m_blank == u"\n" && !m_text.isEmpty() && isWideCharacter(m_text.back())
            && isWideCharacter(words.front());
        if (!m_text.isEmpty() && !isSeam)
            m_text += u' ';
        m_blank.clear();
    }
    m_text += words;
}

void PageBlocks::addText(const QString &text)
{
    constexpr qint64 kOfEach = 16; // however short
    m_load += kOfEach + text.size() * 2;
    if (m_style.isNumber) {
        m_number += text;
        return;
    }
    const QStringView all(text);
    const QChar *const start = all.begin();
    const QChar *const end = all.end();
    for (const QChar *at = start; at != end;) {
        const QChar *run = at;
        while (run != end && !isPageBlank(*run) && !isUnprinted(*run))
            ++run;
        if (run != at)
            addWords(QStringView(at, run));
        else if (isPageBlank(*run++))
            addBlank(*at);
        at = run;
    }
}

void PageBlocks::breakParagraph()
{
    m_blank.clear();
    const QString text = digits::trimmed(m_text).toString();
    m_text.clear();
    if (text.isEmpty())
        return;
    ForeignParagraph paragraph;
    paragraph.text = text;
    paragraph.number = digits::trimmed(std::exchange(m_number, {})).toString();
    paragraph.headingLevel = m_style.headingLevel;
    paragraph.isTitle = m_style.isTitle;
    addBlock(paragraph);
}

void PageBlocks::addPicture(ForeignPicture picture)
{
    breakParagraph();
    addBlock(std::move(picture));
}

/// Into the innermost cell that is open, else into the document.
void PageBlocks::addBlock(ForeignBlock block)
{
    m_load += qint64(sizeof(ForeignBlock)) + 64;
    for (auto table = m_tables.rbegin(); table != m_tables.rend(); ++table) {
        if (table->isLayout)
            break; // and so are all around it
        const auto *paragraph = std::get_if<ForeignParagraph>(&block);
        if (table->isCaptionOpen && paragraph) {
            table->caption
                += (table->caption.isEmpty() ? QString() : QStringLiteral(" ")) + numberedWords(*paragraph);
            return;
        }
        if (table->openCell != 0) {
            table->rows.last().cells.last().parts.append(std::move(block));
            return;
        }
    }
    m_blocks.append(std::move(block));
}

void PageBlocks::beginTable()
{
    breakParagraph();
    m_load += qint64(sizeof(Table));
    m_tables.append(Table());
}

void PageBlocks::beginGroup(bool isHead)
{
    breakParagraph();
    if (m_tables.isEmpty())
        return;
    Table &table = m_tables.last();
    table.openCell = 0;
    table.isRowOpen = false;
    table.isHeadGroup = isHead;
    ++table.group;
}

void PageBlocks::endGroup()
{
    beginGroup(false); // rows behind it are a group of their own
}

void PageBlocks::beginRow()
{
    endRow();
    if (m_tables.isEmpty())
        return;
    Table &table = m_tables.last();
    table.isRowOpen = true;
    m_load += qint64(sizeof(Row)) + 32;
    if (!table.isLayout)
        table.rows.append(Row{table.group, {}});
}

void PageBlocks::endRow()
{
    breakParagraph();
    if (m_tables.isEmpty())
        return;
    m_tables.last().openCell = 0;
    m_tables.last().isRowOpen = false;
}

int PageBlocks::beginCell(int rowSpan, int columnSpan, bool isHead)
{
    breakParagraph();
    if (m_tables.isEmpty())
        return 0;
    Table &table = m_tables.last();
    if (!table.isRowOpen)
        beginRow();
    m_number.clear();
    table.openCell = ++m_lastCell;
    m_load += qint64(sizeof(Cell)) + 32;
    if (!table.isLayout) {
        Cell cell;
        cell.cell.rowSpan = rowSpan;
        cell.cell.columnSpan = columnSpan;
        cell.cell.isHead = isHead || table.isHeadGroup;
        table.rows.last().cells.append(std::move(cell));
    }
    return table.openCell;
}

void PageBlocks::endCell(int number)
{
    breakParagraph();
    if (!m_tables.isEmpty() && m_tables.last().openCell == number)
        m_tables.last().openCell = 0;
}

void PageBlocks::beginCaption()
{
    breakParagraph();
    if (!m_tables.isEmpty())
        m_tables.last().isCaptionOpen = true;
}

void PageBlocks::endCaption()
{
    breakParagraph();
    if (!m_tables.isEmpty())
        m_tables.last().isCaptionOpen = false;
}

/// One column holds no figures with their names; a cell with whole paragraphs is a page set in columns.
bool PageBlocks::isForLayout(const Table &table)
{
    constexpr qsizetype kManyParts = 3, kLongText = 600;
    qsizetype columns = 0;
    bool hasWords = false;
    for (const Row &row : table.rows) {
        columns = std::max(columns, row.cells.size());
        for (const Cell &cell : row.cells) {
            hasWords = hasWords || !wordsOf(cell.parts).isEmpty();
            if (cell.parts.size() >= kManyParts && wordsOf(cell.parts).size() > kLongText)
                return true;
        }
    }
    return columns <= 1 || !hasWords;
}

/// What is in it, to be put where it stands; what comes goes there too.
QList<ForeignBlock> PageBlocks::madeLayout(Table &table)
{
    Table old;
    old.group = table.group;
    old.openCell = table.openCell;
    old.isRowOpen = table.isRowOpen;
    old.isLayout = true;
    std::swap(old, table);
    QList<ForeignBlock> content;
    if (!old.caption.isEmpty())
        content.append(ForeignParagraph{old.caption});
    for (Row &row : old.rows) {
        for (Cell &cell : row.cells)
            content.append(std::move(cell.parts));
    }
    return content;
}

void PageBlocks::addGrid(Table table)
{
    GridBuilder builder;
    QList<ForeignBlock> pictures;
    QList<int> endOfGroup(table.rows.size());
    for (auto row = table.rows.size() - 1; row >= 0; --row) {
        const bool isLast
            = row + 1 == table.rows.size() || table.rows.at(row).group != table.rows.at(row + 1).group;
        endOfGroup[row] = isLast ? int(row) + 1 : endOfGroup.at(row + 1);
    }
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        builder.beginRow();
        for (Cell &cell : table.rows[row].cells) {
            const int rest = endOfGroup.at(row) - int(row); // no span leaves its group
            cell.cell.rowSpan = cell.cell.rowSpan <= 0 ? rest : std::min(cell.cell.rowSpan, rest);
            cell.cell.text = wordsOf(cell.parts);
            builder.addCell(cell.cell);
            for (ForeignBlock &part : cell.parts) {
                if (std::holds_alternative<ForeignPicture>(part))
                    pictures.append(std::move(part));
            }
        }
    }
    m_isCut = m_isCut || builder.isCut();
    ForeignGrid grid = builder.grid();
    grid.caption = table.caption;
    m_blocks.append(std::move(grid));
    m_blocks.append(pictures);
}

void PageBlocks::endTable()
{
    breakParagraph();
    if (m_tables.isEmpty())
        return;
    Table table = m_tables.takeLast();
    if (table.isLayout)
        return;
    if (isForLayout(table)) {
        for (ForeignBlock &block : madeLayout(table))
            addBlock(std::move(block));
        return;
    }
    auto outer = m_tables.end();
    while (outer != m_tables.begin() && !(outer - 1)->isLayout)
        --outer;
    for (; outer != m_tables.end(); ++outer)
        m_blocks.append(madeLayout(*outer));
    addGrid(std::move(table));
}

QList<ForeignBlock> PageBlocks::blocks()
{
    breakParagraph();
    while (!m_tables.isEmpty())
        endTable();
    return std::move(m_blocks);
}

} // namespace nianbao
