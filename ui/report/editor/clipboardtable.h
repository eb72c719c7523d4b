// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QMimeData;

namespace nianbao {

/// Rows of cell texts as they come from, and go to, a spreadsheet.
using TextBlock = QList<QStringList>;

/// What a table is read from: values, so that a large one may be read in any thread.
struct CopiedTable {
    CopiedTable() = default;
    explicit CopiedTable(const QMimeData &data);
    qsizetype size() const { return text.size() + html.size(); } // characters
    QString text{};
    QString html{};
};

/// Tab-separated text as Excel and WPS write it: quoted cells with line breaks, any line ending.
TextBlock parseTsv(const QString &text);
/// The first table of an HTML fragment; what a merged cell covers is blank.
TextBlock parseHtmlTable(const QString &html);
/// Plain text when there is some, else the HTML table; blank rows at the end and columns at the right are
/// gone.
TextBlock blockFrom(const CopiedTable &copied);
/// Cells at any price: the HTML table when there is one, else plain text, whose runs of blanks part cells
/// where there is no tab.
TextBlock cellsFrom(const CopiedTable &copied);
QString toTsv(const TextBlock &block);

} // namespace nianbao
