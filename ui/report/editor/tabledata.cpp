// SPDX-License-Identifier: MulanPSL-2.0
#include "tabledata.h"

#include <QMimeData>

namespace nianbao {

namespace {

/// Written out: programs take over of a style sheet what they like.
const QString kTable = QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" "
                                      "style=\"border-collapse:collapse\">%1</table>");

QString cellHtml(const QString &tag, const QString &words, QSize span)
{
    QString attributes = QStringLiteral(" align=\"center\" style=\"border:1px solid black\"");
    if (span.width() > 1)
        attributes += QStringLiteral(" colspan=\"%1\"").arg(span.width());
    if (span.height() > 1)
        attributes += QStringLiteral(" rowspan=\"%1\"").arg(span.height());
    const QString text = words.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<%1%2>%3</%1>").arg(tag, attributes, text);
}

QSize spanOf(const QList<QRect> &spans, int row, int column)
{
    for (const QRect &span : spans) {
        if (span.topLeft() == QPoint(column, row))
            return span.size();
    }
    return {1, 1};
}

QString wholeTable(const GridModel &model)
{
    const auto spans = model.spans();
    QString rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QString cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            if (model.kind(index) != GridModel::Kind::Covered)
                cells += cellHtml(model.isFigure(index) ? QStringLiteral("td") : QStringLiteral("th"),
                    index.data().toString(), spanOf(spans, row, column));
        }
        rows += QStringLiteral("<tr>%1</tr>").arg(cells);
    }
    return kTable.arg(rows);
}

QString partOfTable(const TextBlock &block)
{
    QString rows;
    for (const QStringList &line : block) {
        QString cells;
        for (const QString &words : line)
            cells += cellHtml(QStringLiteral("td"), words, {1, 1});
        rows += QStringLiteral("<tr>%1</tr>").arg(cells);
    }
    return kTable.arg(rows);
}

bool holdsAll(const GridModel &model, const QList<QModelIndex> &figures)
{
    qsizetype all = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            all += model.isFigure(model.index(row, column)) ? 1 : 0;
    }
    return figures.size() == all;
}

} // namespace

QMimeData *tableData(const GridModel &model, const QList<QModelIndex> &figures)
{
    const TextBlock block = model.blockOf(figures);
    auto *data = new QMimeData;
    data->setText(toTsv(block));
    data->setHtml(QStringLiteral("<meta charset=\"utf-8\">")
        + (holdsAll(model, figures) ? wholeTable(model) : partOfTable(block)));
    return data;
}

} // namespace nianbao
