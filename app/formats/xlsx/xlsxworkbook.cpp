// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxworkbook.h"

#include "xlsxfile.h"
#include "xlsxpage.h"
#include "xlsxsums.h"

#include <xlsxwriter.h>

namespace nianbao {

namespace {

/// The sheet for machines. Its values follow the tables, so that what somebody fills in there counts here.
class DataSheet {
public:
    DataSheet(XlsxFile &file, lxw_worksheet *page) : m_file(file), m_page(page) { }

    void write(const Workbook &workbook, const QStringList &names)
    {
        constexpr uint32_t kWidths[] = {280, 420, 110, 320};
        for (lxw_col_t i = 0; i < 4; ++i)
            m_file.check(worksheet_set_column_pixels(m_page, i, i, kWidths[i], nullptr));
        CellLook head;
        head.isBold = head.isShaded = true;
        writeWords(0,
            {QStringLiteral("cell"), QStringLiteral("label"), QStringLiteral("value"),
                QStringLiteral("note")},
            head);
        lxw_row_t row = 0;
        for (const Workbook::DataRow &line : workbook.data) {
            writeWords(++row, {line.cell, line.label, {}, line.note}, {});
            writeValue(row, line, names.value(line.sheet));
        }
        worksheet_freeze_panes(m_page, 1, 0);
        worksheet_set_paper(m_page, 9); // A4
        worksheet_fit_to_pages(m_page, 1, 0);
        m_file.check(worksheet_repeat_rows(m_page, 0, 0));
    }

private:
    void writeWords(lxw_row_t row, const QStringList &words, const CellLook &look)
    {
        for (lxw_col_t i = 0; i < words.size(); ++i) {
            if (!words.at(i).isEmpty())
                m_file.check(worksheet_write_string(
                    m_page, row, i, excelText(words.at(i)).constData(), m_file.format(look)));
        }
    }

    void writeValue(lxw_row_t row, const Workbook::DataRow &line, QString sheet)
    {
        const QString from = QStringLiteral("'%1'!%2").arg(sheet.replace(u'\'', QStringLiteral("''")),
            cellName(line.at.row + XlsxPage::kTop, line.at.column));
        const QByteArray formula = QStringLiteral("=IF(%1=\"\",\"\",%1)").arg(from).toUtf8();
        CellLook look;
        look.across = CellLook::Across::Right;
        lxw_format *format = m_file.format(look);
        const bool isNumber = !line.value.isEmpty() && XlsxSums::fitsANumber(line.value);
        m_file.check(isNumber ? worksheet_write_formula_num(
                         m_page, row, 2, formula.constData(), format, line.value.toDouble())
                              : worksheet_write_formula_str(m_page, row, 2, formula.constData(), format,
                                  line.value.toLatin1().constData()));
    }

    XlsxFile &m_file;
    lxw_worksheet *m_page;
};

} // namespace

Result<QByteArray> xlsxOf(const Workbook &workbook)
{
    XlsxFile file(workbook.title, workbook.date);
    for (const Workbook::Sheet &sheet : workbook.sheets) {
        if (lxw_worksheet *page = file.addSheet(sheet.name))
            XlsxPage(file, page, sheet).write(workbook.title);
    }
    const QStringList names = file.sheetNames();
    if (lxw_worksheet *page = file.addSheet(QStringLiteral("data")))
        DataSheet(file, page).write(workbook, names);
    return file.bytes();
}

} // namespace nianbao
