// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "xlsxfile.h"
#include "xlsxsums.h"

namespace nianbao {

/// Writes one sheet of the workbook: title and heading, the table as on the form, notes and remarks under it,
/// beside it what is to be equal. Only the table is printed, and what stands over and under it.
class XlsxPage {
public:
    static constexpr int kTop = 3; // rows above the table: title, heading, an empty one

    XlsxPage(XlsxFile &file, lxw_worksheet *page, const Workbook::Sheet &sheet);
    void write(const QString &title);

private:
    void writeTop(const QString &title);
    void writeTable();
    void writeFigure(const TableCell &cell, const CellLook &look);
    void writeRemarks();
    void writeBalances();
    void writeBalance(int row, const Workbook::Balance &balance);
    void writeDifference(int row, const Workbook::Balance &balance);
    void setUpPage();
    void setHeights();

    void writeText(int row, int column, const QString &text, const CellLook &look);
    void writeFormula(
        int row, int column, const QString &formula, const QString &value, const CellLook &look);
    void merge(int row, int column, int rows, int columns, const QString &text, const CellLook &look);
    /// A paragraph over all columns of the table, as high as it needs.
    void writeAcross(int row, const QString &text, const CellLook &look);
    double widthOf(int column, int columns) const; // points
    CellLook lookOf(const TableCell &cell) const;

    XlsxFile &m_file;
    lxw_worksheet *m_page;
    const Workbook::Sheet &m_sheet;
    const int m_columns;
    const XlsxSums m_sums;
    int m_lastRow = 0; // that is printed
    QStringList m_asText{}; // figures with more digits than a number keeps
};

} // namespace nianbao
