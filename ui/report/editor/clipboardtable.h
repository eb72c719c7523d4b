// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QMimeData;

namespace nianbao {

/// Rows of cell texts as they come from, and go to, a spreadsheet.
using TextBlock = QList<QStringList>;

/// Tab-separated text as Excel and WPS write it: quoted cells with line breaks, any line ending.
TextBlock parseTsv(const QString &text);
/// The first table of an HTML fragment; what a merged cell covers is blank.
TextBlock parseHtmlTable(const QString &html);
/// Plain text when there is some, else the HTML table; blank rows at the end and columns at the right are
/// gone.
TextBlock blockFrom(const QMimeData &data);
QString toTsv(const TextBlock &block);

} // namespace nianbao
