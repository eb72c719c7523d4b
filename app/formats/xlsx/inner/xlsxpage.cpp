// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxpage.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <xlsxwriter.h>

namespace nianbao {

namespace {

constexpr int kPixels = 642; // of all columns: 170 mm at 96 dpi, what A4 has between its margins
constexpr double kPointsAPixel = 0.75;
constexpr double kPadding = 6; // points, of a cell, both sides
constexpr double kLine = 14.5; // points, of 宋体 10.5
constexpr double kLowest = 21; // points, of a row

/// As wide as 宋体 sets it: a character is as wide as it is high, a Latin one half.
double widthOfText(const QString &text, double size)
{
    double width = 0;
    for (const QChar c : text)
        width += c.unicode() < 0x80 ? size / 2 : size;
    return width;
}

double heightOfText(const QString &text, double width, int halfPoints)
{
    const double size = halfPoints / 2.0;
    const double line = kLine * halfPoints / 21;
    int lines = 0;
    for (const QString &paragraph : text.split(u'\n'))
        lines += std::max(1, int(std::ceil(widthOfText(paragraph, size) / std::max(size, width - kPadding))));
    return lines * line + kPadding;
}

double heightOfCell(const TableCell &cell, double width)
{
    if (cell.stacked)
        return double(cell.words.size()) * kLine + kPadding;
    return cell.isFigure() ? kLowest : heightOfText(cell.words, width, 21);
}

CellLook sideLook(bool isBold = false)
{
    CellLook look;
    look.halfPoints = 18;
    look.isBold = isBold;
    look.isFramed = true;
    look.isGrey = true;
    look.isShaded = isBold;
    look.isShrunk = true;
    return look;
}

} // namespace

XlsxPage::XlsxPage(XlsxFile &file, lxw_worksheet *page, const Workbook::Sheet &sheet)
    : m_file(file)
    , m_page(page)
    , m_sheet(sheet)
    , m_columns(int(sheet.table.widths.size()))
    , m_sums(sheet, kTop)
{ }

void XlsxPage::write(const QString &title)
{
    writeTop(title);
    writeTable();
    writeRemarks();
    writeBalances();
    setHeights();
    setUpPage();
}

void XlsxPage::writeText(int row, int column, const QString &text, const CellLook &look)
{
    lxw_format *format = m_file.format(look);
    const auto at = [&] { return std::pair(lxw_row_t(row), lxw_col_t(column)); }();
    if (text.isEmpty())
        m_file.check(worksheet_write_blank(m_page, at.first, at.second, format));
    else
        m_file.check(
            worksheet_write_string(m_page, at.first, at.second, excelText(text).constData(), format));
}

void XlsxPage::writeFormula(
    int row, int column, const QString &formula, const QString &value, const CellLook &look)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    const QByteArray words = (u'=' + formula).toUtf8();
    lxw_format *format = m_file.format(look);
    m_file.check(isNumber ? worksheet_write_formula_num(
                     m_page, lxw_row_t(row), lxw_col_t(column), words.constData(), format, number)
                          : worksheet_write_formula_str(m_page, lxw_row_t(row), lxw_col_t(column),
                              words.constData(), format, value.toUtf8().constData()));
}

void XlsxPage::merge(int row, int column, int rows, int columns, const QString &text, const CellLook &look)
{
    if (rows > 1 || columns > 1)
        m_file.check(worksheet_merge_range(m_page, lxw_row_t(row), lxw_col_t(column),
            lxw_row_t(row + rows - 1), lxw_col_t(column + columns - 1), "", m_file.format(look)));
    writeText(row, column, text, look);
}

void XlsxPage::writeAcross(int row, const QString &text, const CellLook &look)
{
    merge(row, 0, 1, m_columns, text, look);
    m_file.check(worksheet_set_row(m_page, lxw_row_t(row),
        std::min(400.0, heightOfText(text, widthOf(0, m_columns), look.halfPoints)), nullptr));
}

double XlsxPage::widthOf(int column, int columns) const
{
    const QList<double> &widths = m_sheet.table.widths;
    const double all = std::accumulate(widths.cbegin(), widths.cend(), 0.0);
    const double these = std::accumulate(widths.cbegin() + column, widths.cbegin() + column + columns, 0.0);
    return kPixels * kPointsAPixel * these / all;
}

void XlsxPage::writeTop(const QString &title)
{
    CellLook look;
    look.across = CellLook::Across::Centre;
    look.isBold = true;
    look.halfPoints = 32;
    writeAcross(0, title, look);
    look.across = CellLook::Across::Left;
    look.halfPoints = 24;
    writeAcross(1, m_sheet.heading, look);
}

CellLook XlsxPage::lookOf(const TableCell &cell) const
{
    using Kind = TableCell::Kind;
    CellLook look;
    look.isFramed = true;
    look.isStacked = cell.stacked;
    const bool isForm = m_sheet.table.kind == TableBlock::Kind::Form;
    if (cell.kind == Kind::Words || (cell.kind == Kind::RowHead && cell.column > 0 && cell.columnSpan == 1))
        look.across = CellLook::Across::Left;
    else
        look.across = CellLook::Across::Centre;
    look.isShaded = look.isBold = !isForm && cell.isHead();
    if (!cell.isFigure())
        return look;
    look.isShrunk = true;
    const auto amount = m_sums.amount({cell.row, cell.column});
    const Workbook::Sum *sum = m_sums.sumAt({cell.row, cell.column});
    if (sum && sum->per) {
        look.number = CellLook::Number::Percent;
    } else if (amount) {
        look.number = CellLook::Number::Fixed;
        look.decimals = amount->decimals();
    }
    return look;
}

void XlsxPage::writeTable()
{
    for (const TableCell &cell : m_sheet.table.cells) {
        const CellLook look = lookOf(cell);
        if (!cell.isFigure()) {
            merge(cell.row + kTop, cell.column, cell.rowSpan, cell.columnSpan, cell.words, look);
            continue;
        }
        if (cell.rowSpan > 1 || cell.columnSpan > 1)
            merge(cell.row + kTop, cell.column, cell.rowSpan, cell.columnSpan, {}, look);
        writeFigure(cell, look);
    }
}

void XlsxPage::writeFigure(const TableCell &cell, const CellLook &look)
{
    const int row = cell.row + kTop;
    if (const Workbook::Sum *sum = m_sums.sumAt({cell.row, cell.column})) {
        QString value = cell.words;
        if (sum->per)
            value = QString::number(
                m_sums.sum(sum->terms).toDouble() / m_sums.amount(*sum->per).value_or(Amount()).toDouble(),
                'g', 17);
        writeFormula(row, cell.column, m_sums.formula(*sum), value, look);
    } else if (cell.words.isEmpty() || !XlsxSums::fitsANumber(cell.words)) {
        writeText(row, cell.column, cell.words, look);
        if (!cell.words.isEmpty())
            m_asText.append(cell.words);
    } else {
        m_file.check(worksheet_write_number(
            m_page, lxw_row_t(row), lxw_col_t(cell.column), cell.words.toDouble(), m_file.format(look)));
    }
    if (!cell.note.isEmpty())
        m_file.check(worksheet_write_comment(
            m_page, lxw_row_t(row), lxw_col_t(cell.column), excelText(cell.note).constData()));
}

void XlsxPage::writeRemarks()
{
    QStringList remarks = m_sheet.table.notes + m_sheet.remarks;
    for (const QString &digits : m_asText)
        remarks.append(QStringLiteral("%1 的位数超过表格软件的精度（%2 位），按文本写入，未参加公式计算。")
                           .arg(digits)
                           .arg(XlsxSums::kDigits));
    remarks.removeAll(QString());
    int row = kTop + m_sheet.table.rows;
    m_lastRow = row - 1;
    for (const QString &remark : remarks)
        writeAcross(m_lastRow = ++row, remark, {});
}

void XlsxPage::writeBalances()
{
    if (m_sheet.balances.isEmpty())
        return;
    const int first = m_columns + 1;
    const QStringList heads{
        QStringLiteral("核对"), QStringLiteral("左边"), QStringLiteral("右边"), QStringLiteral("结果")};
    constexpr int kWidths[] = {300, 64, 64, 72};
    m_file.check(
        worksheet_set_column_pixels(m_page, lxw_col_t(m_columns), lxw_col_t(m_columns), 16, nullptr));
    for (int i = 0; i < heads.size(); ++i) {
        CellLook look = sideLook(true);
        look.across = CellLook::Across::Centre;
        writeText(kTop, first + i, heads.at(i), look);
        const auto column = lxw_col_t(first + i);
        m_file.check(worksheet_set_column_pixels(m_page, column, column, uint32_t(kWidths[i]), nullptr));
    }
    int row = kTop;
    for (const Workbook::Balance &balance : m_sheet.balances)
        writeBalance(++row, balance);
    lxw_conditional_format isWrong{};
    QByteArray right = "\"✓\"";
    isWrong.type = LXW_CONDITIONAL_TYPE_CELL;
    isWrong.criteria = LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO;
    isWrong.value_string = right.data();
    isWrong.format = m_file.warning();
    m_file.check(worksheet_conditional_format_range(
        m_page, lxw_row_t(kTop + 1), lxw_col_t(first + 3), lxw_row_t(row), lxw_col_t(first + 3), &isWrong));
}

void XlsxPage::writeBalance(int row, const Workbook::Balance &balance)
{
    int column = m_columns + 1;
    writeText(row, column, balance.words, sideLook());
    const bool areNumbers = m_sums.areNumbers(balance.left) && m_sums.areNumbers(balance.right);
    for (const QList<Workbook::Term> &side : {balance.left, balance.right}) {
        CellLook look = sideLook();
        look.across = CellLook::Across::Right;
        const QString value = m_sums.sum(side).toString();
        if (areNumbers)
            writeFormula(row, ++column, m_sums.sumFormula(side), value, look);
        else
            writeText(row, ++column, value, look);
    }
    writeDifference(row, balance);
}

void XlsxPage::writeDifference(int row, const Workbook::Balance &balance)
{
    const int column = m_columns + 4;
    const QString left = cellName(row, column - 2), right = cellName(row, column - 1);
    const QList<Workbook::Term> asked = balance.takesBlanks ? balance.left : balance.left + balance.right;
    const Amount difference = m_sums.sum(balance.left) - m_sums.sum(balance.right);
    const QString blank = QStringLiteral("有空格"), equal = QStringLiteral("✓");
    const QString value = m_sums.filled(asked) < asked.size() ? blank
        : difference.isZero()                                 ? equal
                                                              : difference.toString();
    CellLook look = sideLook();
    look.across = CellLook::Across::Centre;
    look.number = CellLook::Number::Difference;
    if (!m_sums.areNumbers(balance.left) || !m_sums.areNumbers(balance.right))
        return writeText(row, column, value, look);
    writeFormula(row, column,
        QStringLiteral("IF(%1<%2,\"%3\",IF(%4=%5,\"%6\",%4-%5))")
            .arg(m_sums.countFormula(asked))
            .arg(asked.size())
            .arg(blank, left, right, equal),
        value, look);
}

void XlsxPage::setHeights()
{
    const TableBlock &table = m_sheet.table;
    QList<double> heights(table.rows, kLowest);
    for (const TableCell &cell : table.cells) {
        if (cell.rowSpan == 1)
            heights[cell.row]
                = std::max(heights[cell.row], heightOfCell(cell, widthOf(cell.column, cell.columnSpan)));
    }
    for (const TableCell &cell : table.cells) {
        const auto first = heights.begin() + cell.row, end = first + cell.rowSpan;
        const double missing
            = heightOfCell(cell, widthOf(cell.column, cell.columnSpan)) - std::accumulate(first, end, 0.0);
        if (cell.rowSpan > 1 && missing > 0)
            std::for_each(first, end, [&](double &height) { height += missing / cell.rowSpan; });
    }
    constexpr double kHighest = 400; // points; Excel takes 409
    for (int row = 0; row < table.rows; ++row)
        m_file.check(worksheet_set_row(
            m_page, lxw_row_t(row + kTop), std::min(kHighest, std::round(heights.at(row))), nullptr));
}

void XlsxPage::setUpPage()
{
    for (int column = 0; column < m_columns; ++column) {
        const auto at = lxw_col_t(column);
        const int pixels = int(std::lround(widthOf(column, 1) / kPointsAPixel));
        m_file.check(worksheet_set_column_pixels(m_page, at, at, uint32_t(pixels), nullptr));
    }
    constexpr double kInch = 25.4; // mm
    worksheet_set_paper(m_page, 9); // A4
    worksheet_set_margins(m_page, 20 / kInch, 20 / kInch, 25 / kInch, 22 / kInch);
    worksheet_center_horizontally(m_page);
    worksheet_fit_to_pages(m_page, 1, 0);
    m_file.check(worksheet_set_footer(m_page, "&C&\"宋体\"&10— &P —"));
    m_file.check(worksheet_print_area(m_page, 0, 0, lxw_row_t(m_lastRow), lxw_col_t(m_columns - 1)));
    const QList<TableRun> &runs = m_sheet.table.runs;
    const bool hasOneHead = runs.size() == 1 && runs.first().headRows > 0;
    const int head = kTop + (hasOneHead ? runs.first().headRows : 0);
    if (hasOneHead)
        m_file.check(worksheet_repeat_rows(m_page, kTop, lxw_row_t(head - 1)));
    worksheet_freeze_panes(m_page, lxw_row_t(head), lxw_col_t(hasOneHead ? m_sheet.table.rowHeadColumns : 0));
}

} // namespace nianbao
