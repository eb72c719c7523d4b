// SPDX-License-Identifier: MulanPSL-2.0
#include "sheet.h"

#include <algorithm>

namespace nianbao {

void Sheet::addChanged(const QList<ChangedWords> &words)
{
    QString text;
    for (const ChangedWords &each : words)
        text += each.kind == ChangedWords::Kind::Kept  ? each.text
            : each.kind == ChangedWords::Kind::Deleted ? QStringLiteral("〔删：%1〕").arg(each.text)
                                                       : QStringLiteral("〔增：%1〕").arg(each.text);
    m_blocks.push_back(ParagraphBlock{text, {}, words});
}

void Sheet::addTable(
    const QList<Column> &columns, const QList<QStringList> &rows, TableBlock::Handwriting handwriting)
{
    TableBlock table;
    table.kind = TableBlock::Kind::Plain;
    table.handwriting = handwriting;
    const auto addRow = [&](const auto &cellOf) {
        for (int i = 0; i < columns.size(); ++i) {
            TableCell cell = cellOf(i);
            cell.row = table.rows;
            cell.column = i;
            table.cells.append(cell);
        }
        ++table.rows;
    };
    for (const Column &column : columns)
        table.widths.append(column.share);
    const bool hasHead = !rows.isEmpty()
        && std::any_of(
            columns.begin(), columns.end(), [](const Column &column) { return !column.head.isEmpty(); });
    if (hasHead)
        addRow([&](int i) { return TableCell{TableCell::Kind::Banner, 0, 0, 1, 1, false, columns[i].head}; });
    for (const QStringList &row : rows)
        addRow([&](int i) {
            const auto kind = columns[i].isCentred ? TableCell::Kind::CentredWords : TableCell::Kind::Words;
            return TableCell{kind, 0, 0, 1, 1, false, row.value(i)};
        });
    table.runs = {{0, hasHead ? 1 : 0, table.rows}};
    m_blocks.push_back(std::move(table));
}

} // namespace nianbao
