// SPDX-License-Identifier: MulanPSL-2.0
#include "docxforeigntable.h"

#include <algorithm>

namespace nianbao {

void DocxForeignTable::beginRow() { m_row = {}; }

bool DocxForeignTable::beginCell()
{
    if (m_row.cells.size() >= GridBuilder::kMostColumns || m_rows.size() >= GridBuilder::kMostRows) {
        m_isCut = true;
        return false;
    }
    m_row.cells.append(Cell{});
    m_row.merges.append(DocxCellProperties{});
    return true;
}

void DocxForeignTable::setCell(const DocxCellProperties &properties)
{
    m_row.merges.last() = properties;
    m_row.cells.last().span = std::min(properties.span, GridBuilder::kMostColumns);
}

void DocxForeignTable::endCell(QList<ForeignBlock> content)
{
    m_row.cells.last().content = std::move(content);
}

void DocxForeignTable::endRow()
{
    using Merge = DocxCellProperties::Merge;
    if (m_row.properties.isGone || m_row.cells.isEmpty())
        return;
    QHash<int, Opened> opened;
    int column = std::min(m_row.properties.before, GridBuilder::kMostColumns);
    qsizetype wide = -1; // the cell that goes on to the right
    for (qsizetype at = 0; at < m_row.cells.size(); ++at) {
        Cell &cell = m_row.cells[at];
        const DocxCellProperties &merge = m_row.merges.at(at);
        if (merge.across == Merge::Continue && wide >= 0) {
            m_row.cells[wide].span += cell.span;
            cell.isCovered = true;
            column += cell.span;
            continue;
        }
        wide = merge.across == Merge::Restart ? at : -1;
        // Only below a cell as wide as itself: of another width, which of both holds is not to be told.
        const auto above = m_opened.constFind(column);
        if (merge.down == Merge::Continue && above != m_opened.cend() && above->span == cell.span) {
            m_rows[above->row].cells[above->cell].rows += 1;
            cell.isCovered = true;
            opened.insert(column, *above);
        } else if (merge.down != Merge::None) {
            opened.insert(column, {m_rows.size(), at, cell.span});
        }
        column += cell.span;
    }
    m_opened = opened;
    m_row.merges.clear();
    m_rows.append(std::move(m_row));
}

bool DocxForeignTable::isLayout() const
{
    qsizetype cells = 0;
    for (const Row &row : m_rows)
        cells += std::count_if(
            row.cells.cbegin(), row.cells.cend(), [](const Cell &c) { return !c.isCovered; });
    if (cells == 1)
        return true;
    const auto holdsGrid = [](const Cell &cell) {
        return std::any_of(cell.content.cbegin(), cell.content.cend(),
            [](const ForeignBlock &block) { return std::holds_alternative<ForeignGrid>(block); });
    };
    return std::any_of(m_rows.cbegin(), m_rows.cend(),
        [&](const Row &row) { return std::any_of(row.cells.cbegin(), row.cells.cend(), holdsGrid); });
}

QString DocxForeignTable::textOf(const QList<ForeignBlock> &content)
{
    QString text;
    for (const ForeignBlock &block : content) {
        const auto *paragraph = std::get_if<ForeignParagraph>(&block);
        if (!paragraph)
            continue;
        if (!text.isEmpty())
            text += u'\n';
        text += paragraph->number; // a cell says what is printed in it
        if (!paragraph->number.isEmpty() && !paragraph->text.isEmpty())
            text += u' ';
        text += paragraph->text;
    }
    text.replace(u'\t', u' '); // where tabs part cells, none stands in one
    return text;
}

ForeignGrid DocxForeignTable::grid()
{
    GridBuilder builder;
    bool isHead = true;
    for (const Row &row : m_rows) {
        isHead = isHead && row.properties.isHead; // only the first rows of a table are repeated
        builder.beginRow(row.properties.before);
        for (const Cell &cell : row.cells) {
            if (!cell.isCovered)
                builder.addCell({0, 0, cell.rows, cell.span, textOf(cell.content), isHead});
        }
    }
    m_isCut = m_isCut || builder.isCut();
    ForeignGrid made = builder.grid();
    made.caption = m_caption;
    return made;
}

QList<ForeignBlock> DocxForeignTable::blocks()
{
    QList<ForeignBlock> all;
    const bool isTransparent = isLayout();
    if (!isTransparent && !m_rows.isEmpty())
        all.append(grid());
    for (Row &row : m_rows) {
        for (Cell &cell : row.cells) {
            if (isTransparent && !cell.isCovered)
                all.isEmpty() ? all.swap(cell.content) : void(all += std::move(cell.content));
            if (isTransparent)
                continue;
            for (ForeignBlock &block : cell.content) {
                if (std::holds_alternative<ForeignPicture>(block))
                    all.append(std::move(block));
            }
        }
    }
    m_rows.clear();
    return all;
}

} // namespace nianbao
