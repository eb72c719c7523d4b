// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "report.h"
#include "workbook.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QStringList>

namespace nianbao::test {

/// One line a paragraph or cell: "P 表二", "1,0 1x3 规章". Cells without a text are left out.
QStringList linesOf(const ForeignDocument &document);

/// What must be read of the workbook's file, sheet by sheet: of its tables and the sheet for machines.
struct ExpectedSheet {
    QString name{};
    QStringList cells{}; // as linesOf says them, those of the first table behind the name
};
QList<ExpectedSheet> expectedSheets(const Workbook &workbook);
/// The same of a document that was read.
QList<ExpectedSheet> readSheets(const ForeignDocument &document, const QStringList &names);

/// Figures of any size, blank ones, notes, totals that were declared otherwise, channels, last year's report.
Report drawnReport(const QString &form, quint32 seed);

/// An Excel file of these parts of sheet XML ("<sheetData>…"), with shared strings and styles where they are
/// given.
struct SheetCase {
    QList<QByteArray> sheets{};
    QByteArray shared{}; // items: <si>…</si>
    QByteArray styles{}; // what is in styleSheet
    QByteArray comments{}; // of the first sheet: comments
    QByteArray names{}; // definedNames
    QByteArray bookProperties{}; // attributes of workbookPr
    QByteArray hidden{}; // state of the first sheet
    QByteArray space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
};
QByteArray xlsxFile(const SheetCase &given);

} // namespace nianbao::test
