// SPDX-License-Identifier: MulanPSL-2.0
#include "htmltable.h"

#include "htmlmarkup.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace nianbao {

namespace {

using Kind = TableCell::Kind;

bool isHtmlHead(const TableCell &cell) { return cell.isHead() && !cell.text().trimmed().isEmpty(); }

/// A label over several rows.
bool isWideLabel(const TableCell &cell)
{
    return cell.kind == Kind::RowHead && cell.column == 0 && cell.rowSpan > 1;
}

class TableWriter {
public:
    TableWriter(const TableBlock &table, const HtmlTablePlace &place);
    QString markup();

private:
    int runOf(int row) const; // index; -1: in none
    QString idOf(const TableCell &cell) const;
    QStringList headsOf(const TableCell &cell) const;
    bool isInHead(int row) const;
    bool beginsGroup(int row) const;
    QString start() const;
    QString cellMarkup(const TableCell &cell) const;

    const TableBlock &m_table;
    const HtmlTablePlace &m_place;
    QList<QList<TableCell>> m_rows{}; // from left to right
    QList<QList<TableCell>> m_rowHeads{}; // that go over each row
    QHash<int, QList<TableCell>> m_columnHeads{}; // of each run
    QSet<int> m_labelEdges{}; // rows where a label over several begins, or has just ended
};

TableWriter::TableWriter(const TableBlock &table, const HtmlTablePlace &place)
    : m_table(table), m_place(place)
{
    m_rows.resize(table.rows);
    m_rowHeads.resize(table.rows);
    for (const TableCell &cell : table.cells)
        m_rows[cell.row].append(cell);
    for (QList<TableCell> &row : m_rows) {
        std::sort(row.begin(), row.end(), [](const auto &a, const auto &b) { return a.column < b.column; });
        for (const TableCell &cell : row) {
            if (isWideLabel(cell))
                m_labelEdges += {cell.row, cell.row + cell.rowSpan};
            if (!isHtmlHead(cell))
                continue;
            if (cell.kind != Kind::RowHead)
                m_columnHeads[runOf(cell.row)].append(cell);
            for (int i = cell.row; cell.kind == Kind::RowHead && i < cell.row + cell.rowSpan; ++i)
                m_rowHeads[i].append(cell);
        }
    }
}

int TableWriter::runOf(int row) const
{
    for (int i = 0; i < m_table.runs.size(); ++i) {
        const TableRun &run = m_table.runs.at(i);
        if (row >= run.firstRow && row < run.firstRow + run.rows)
            return i;
    }
    return -1;
}

QString TableWriter::idOf(const TableCell &cell) const
{
    return QStringLiteral("nianbao-%1-%2-%3").arg(m_place.number).arg(cell.row + 1).arg(cell.column + 1);
}

/// Column heads over it in its own run, then the row heads to the left of it that go over all its rows.
QStringList TableWriter::headsOf(const TableCell &cell) const
{
    QStringList ids;
    for (const TableCell &head : m_columnHeads.value(runOf(cell.row))) {
        const bool isAbove = head.row + head.rowSpan <= cell.row;
        if (isAbove && head.column < cell.column + cell.columnSpan
            && cell.column < head.column + head.columnSpan)
            ids.append(idOf(head));
    }
    for (const TableCell &head : m_rowHeads.at(cell.row)) {
        const bool isBefore = head.column + head.columnSpan <= cell.column;
        if (isBefore && cell.row + cell.rowSpan <= head.row + head.rowSpan)
            ids.append(idOf(head));
    }
    return ids;
}

QString TableWriter::start() const
{
    QString markup = m_place.isFragment
        ? QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n")
        : QStringLiteral("<table style=\"min-width:%1em\">\n").arg(3 * m_table.widths.size());
    markup += QStringLiteral("<caption>%1</caption>\n<colgroup>").arg(html::words(m_place.caption));
    const double all = std::accumulate(m_table.widths.begin(), m_table.widths.end(), 0.0);
    for (const double width : m_table.widths) {
        const QString share = QString::number(all > 0 ? 100 * width / all : 0, 'f', 2);
        markup += (m_place.isFragment ? QStringLiteral("<col width=\"%1%\">")
                                      : QStringLiteral("<col style=\"width:%1%\">"))
                      .arg(share);
    }
    return markup + QStringLiteral("</colgroup>\n");
}

/// Only what stands over the whole table is its head.
bool TableWriter::isInHead(int row) const
{
    return !m_table.runs.isEmpty() && m_table.runs.first().firstRow == 0
        && row < m_table.runs.first().headRows;
}

bool TableWriter::beginsGroup(int row) const
{
    return row == 0 || runOf(row) != runOf(row - 1) || isInHead(row) != isInHead(row - 1)
        || (!isInHead(row) && m_labelEdges.contains(row));
}

QString TableWriter::cellMarkup(const TableCell &cell) const
{
    const bool asHead = isHtmlHead(cell);
    QString markup = asHead
        ? QStringLiteral("<th id=\"%1\" scope=\"%2\"")
              .arg(idOf(cell), cell.kind == Kind::RowHead ? QStringLiteral("row") : QStringLiteral("col"))
        : QStringLiteral("<td");
    if (cell.rowSpan > 1)
        markup += QStringLiteral(" rowspan=\"%1\"").arg(cell.rowSpan);
    if (cell.columnSpan > 1)
        markup += QStringLiteral(" colspan=\"%1\"").arg(cell.columnSpan);
    if (const QStringList heads = headsOf(cell); !heads.isEmpty())
        markup += QStringLiteral(" headers=\"%1\"").arg(heads.join(u' '));
    if (cell.kind == Kind::Words)
        markup += m_place.isFragment ? QStringLiteral(" align=\"left\"")
                                     : QStringLiteral(" style=\"text-align:left\"");
    // a blank stays blank, as on paper; the space keeps the cell's borders and is read out as a blank cell
    const QString text = cell.text().trimmed();
    markup += u'>' + (text.isEmpty() ? QStringLiteral("&nbsp;") : html::words(text));
    return markup + (asHead ? QStringLiteral("</th>\n") : QStringLiteral("</td>\n"));
}

QString TableWriter::markup()
{
    QString markup = start();
    QString end;
    for (int row = 0; row < m_table.rows; ++row) {
        if (beginsGroup(row)) {
            const QString tag = isInHead(row) ? QStringLiteral("thead") : QStringLiteral("tbody");
            const bool isOfAll
                = m_table.runs.size() == 1; // else paper must not repeat it over the other runs
            markup += end + u'<' + tag;
            markup += isInHead(row) && !isOfAll ? QStringLiteral(" style=\"display:table-row-group\">\n")
                                                : QStringLiteral(">\n");
            end = QStringLiteral("</%1>\n").arg(tag);
        }
        markup += m_place.isFragment ? QStringLiteral("<tr align=\"center\">\n") : QStringLiteral("<tr>\n");
        for (const TableCell &cell : m_rows.at(row))
            markup += cellMarkup(cell);
        markup += QStringLiteral("</tr>\n");
    }
    return markup + end + QStringLiteral("</table>\n");
}

} // namespace

QString htmlTable(const TableBlock &table, const HtmlTablePlace &place)
{
    return TableWriter(table, place).markup();
}

} // namespace nianbao
