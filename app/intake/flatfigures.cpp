// SPDX-License-Identifier: MulanPSL-2.0
#include "flatfigures.h"

#include "values.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kSimilarLine{
    "The label “%1” is only similar to the form's.", "项目名称“%1”与表样只是相近。"};
constexpr Sentence kFewer{
    "Only %1 figures stand behind the label, %2 are due: it is not told which are missing.",
    "项目名称后面只有 %1 个数字，应有 %2 个，看不出缺的是哪几格。"};
constexpr Sentence kMore{
    "%1 figures stand behind the label, %2 are due.", "项目名称后面有 %1 个数字，应有 %2 个。"};
constexpr Sentence kHeadsMissing{
    "Not all heads of the table stand before its figures.", "数字前面的表头不全。"};
constexpr Sentence kHeadsOdd{"The heads stand in another order than in the form.", "表头的次序与表样不同。"};
constexpr Sentence kOneLine{
    "The figures stand behind the label in one line of text.", "数字与项目名称写在同一行文字里。"};
constexpr Sentence kColumnByOrder{
    "The head “%1” does not tell which column it is; it was taken by its order.",
    "表头“%1”看不出是哪一列，按次序认的。"};

/// What stands over the figures of a row.
struct DueColumns {
    QStringList ids{}; // empty ones unknown
    QList<bool> byOrder{};
    QStringList units{};
    Phrase doubt{};
};

/// One head over all rows: the form says what is due, the heads that were seen only confirm it.
DueColumns columnsOfForm(const QStringList &form, const QStringList &seen)
{
    DueColumns due{form, QList<bool>(form.size(), false), QStringList(form.size()), {}};
    const QSet<QString> told(seen.begin(), seen.end());
    QStringList order = seen; // the total stands over the line of the others
    order.removeAll(form.last());
    if (told != QSet<QString>(form.begin(), form.end()) || seen.size() != form.size())
        due.doubt = Phrase(kHeadsMissing);
    else if (order != form.mid(0, form.size() - 1))
        due.doubt = Phrase(kHeadsOdd);
    return due;
}

DueColumns columnsOfHeads(
    const TableLabels &table, const FlatHeads &heads, const QString &row, qsizetype values)
{
    const HeadChoice choice = headsFor(table, row, heads.normals, heads.columns);
    if (!choice.columns.isEmpty())
        return {choice.columns, choice.byOrder, heads.units, {}};
    const QStringList nothing(values);
    const QStringList columns = headsFor(table, row, nothing, nothing).columns;
    return {columns, QList<bool>(columns.size(), true), nothing, {}};
}

DueColumns dueColumns(const TableLabels &table, const FlatHeads &heads, const QString &row, qsizetype values)
{
    const TableLabels::Block first = table.blocks.value(0);
    const bool isOneHead = first.rows.size() == table.rowOrder.size() || table.hasTotals;
    return isOneHead ? columnsOfForm(first.columns, heads.columns)
                     : columnsOfHeads(table, heads, row, values);
}

/// Empty lines behind the last figure that is due are none.
void dropIdleEnd(QList<const FlatLine *> &values, qsizetype due)
{
    while (values.size() > due && values.last()->isEmpty)
        values.removeLast();
}

/// Empty: as many as are due, or none at all where noneIsBlank.
Phrase numberDoubt(qsizetype given, qsizetype due, bool noneIsBlank)
{
    if (given > due)
        return Phrase(kMore, qint64(given), qint64(due));
    if (given < due && !(given == 0 && noneIsBlank))
        return Phrase(kFewer, qint64(given), qint64(due));
    return {};
}

CellText flatCell(const CellId &cell, const FlatLine *value, const Phrase &doubt)
{
    CellText reading;
    reading.cell = cell;
    reading.doubt = doubt;
    if (value) {
        reading.text = value->text;
        reading.spot = {value->block, -1};
        if (value->isPart && doubt.isEmpty())
            reading.doubt = Phrase(kOneLine);
    }
    return reading;
}

} // namespace

void FlatHeads::add(const FlatLabel &column)
{
    const bool isKnown = column.kind == FlatLabel::Kind::Column;
    columns.append(isKnown ? column.id : QString());
    normals.append(column.normal);
    units.append(isKnown ? moneyUnitIn(column.text) : QString());
}

QList<CellText> cellsOfFlatRow(
    const TableLabels &table, const FlatHeads &heads, const FlatLabel &row, QList<const FlatLine *> values)
{
    const DueColumns due = dueColumns(table, heads, row.id, values.size());
    dropIdleEnd(values, due.ids.size());
    Phrase doubt = numberDoubt(values.size(), due.ids.size(), true);
    if (doubt.isEmpty())
        doubt = row.isAlike ? Phrase(kSimilarLine, row.text) : due.doubt;
    QList<CellText> cells;
    for (qsizetype i = 0; i < due.ids.size(); ++i) {
        if (due.ids[i].isEmpty())
            continue;
        const Phrase why
            = doubt.isEmpty() && due.byOrder[i] ? Phrase(kColumnByOrder, heads.normals.value(i)) : doubt;
        cells.append(flatCell(CellId(table.table, row.id, due.ids[i]), values.value(i), why));
        cells.last().headUnit = due.units.value(i);
    }
    return cells;
}

QList<CellText> cellsOfFlatLine(
    const TableLabels &table, const FlatHeads &heads, QList<const FlatLine *> values)
{
    dropIdleEnd(values, heads.columns.size());
    if (values.isEmpty() || heads.columns.isEmpty() || heads.rows.isEmpty())
        return {};
    const TableLabels::Block block = table.blocks.value(0);
    QStringList due;
    for (qsizetype i = 0; i < heads.rows.size(); ++i)
        due += block.columns;
    QStringList orderedRows = heads.rows;
    std::sort(orderedRows.begin(), orderedRows.end(),
        [&](const QString &a, const QString &b) { return block.rows.indexOf(a) < block.rows.indexOf(b); });
    Phrase doubt = numberDoubt(values.size(), due.size(), false);
    if (doubt.isEmpty() && (heads.columns != due || orderedRows != heads.rows))
        doubt = Phrase(kHeadsMissing);
    QList<CellText> cells;
    for (qsizetype i = 0; i < due.size(); ++i)
        cells.append(flatCell(
            CellId(table.table, heads.rows[i / block.columns.size()], due[i]), values.value(i), doubt));
    return cells;
}

} // namespace nianbao
