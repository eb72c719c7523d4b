// SPDX-License-Identifier: MulanPSL-2.0
#include "formguide.h"

#include <QRegularExpression>

namespace nianbao {

namespace {

/// The lines that all of these cells have in common, in the order of the first: what is said of their row, or
/// of their column.
QStringList commonLines(const QList<const CellSpec *> &cells)
{
    QStringList common = cells.isEmpty() ? QStringList() : cells.first()->guidance.split(u'\n');
    for (const CellSpec *cell : cells) {
        const QStringList lines = cell->guidance.split(u'\n');
        common.removeIf([&lines](const QString &line) { return line.isEmpty() || !lines.contains(line); });
    }
    return common;
}

/// Of one cell alone both are common to all: of two lines the first is the row's.
QString ownLine(const QList<const CellSpec *> &cells, bool isOfRow)
{
    const QStringList common = commonLines(cells);
    if (common.size() < 2)
        return common.value(0);
    return isOfRow ? common.first() : common.last();
}

QString groupOf(const TableSpec &table, const QString &row)
{
    QString group;
    qsizetype least = table.rows.size() + 1;
    for (auto it = table.rowGroups.begin(); it != table.rowGroups.end(); ++it) {
        if (it->contains(row) && it->size() < least) { // the narrowest
            group = it.key();
            least = it->size();
        }
    }
    return table.rowLabels.value(group).label;
}

} // namespace

FormGuide guideTo(const ReportSpec &form, const TableSpec &table)
{
    FormGuide guide;
    const auto cellsOf = [&](const QString &id, bool isOfRow) {
        QList<const CellSpec *> cells;
        for (const QString &other : isOfRow ? table.columns : table.rows) {
            const CellId cell = isOfRow ? CellId(table.id, id, other) : CellId(table.id, other, id);
            if (const CellSpec *spec = form.cell(cell))
                cells.append(spec);
        }
        return cells;
    };
    const auto line = [&](const QString &id, const QString &label, bool isOfRow) {
        const auto cells = cellsOf(id, isOfRow);
        const QString guidance = ownLine(cells, isOfRow);
        return FormGuide::Line{
            id, label, isOfRow ? groupOf(table, id) : QString(), guidance, basisOf(guidance)};
    };
    for (const QString &row : table.rows)
        guide.rows.append(line(row, table.rowLabels.value(row).label, true));
    for (const QString &column : table.columns)
        guide.columns.append(line(column, table.columnLabels.value(column), false));
    return guide;
}

QStringList basisOf(const QString &guidance)
{
    static const QRegularExpression basis(
        QStringLiteral("《[^《》]+》(?:第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?"
                       "(?:第(?:（[一二三四五六七八九十]+）)+项)?|（[^（）]*〔\\d{4}〕\\d+号）)"));
    QStringList all;
    for (auto match = basis.globalMatch(guidance); match.hasNext();)
        all.append(match.next().captured());
    all.removeDuplicates();
    return all;
}

} // namespace nianbao
