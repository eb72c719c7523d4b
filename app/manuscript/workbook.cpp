// SPDX-License-Identifier: MulanPSL-2.0
#include "workbook.h"

#include "balances.h"
#include "headline.h"
#include "paperlines.h"
#include "reportmanuscript.h"
#include "sheet.h"

#include <QHash>

namespace nianbao {

namespace {

using Squares = QHash<CellId, Workbook::Square>;

/// Rows of a plain table, with figures among its words, while it grows.
class LineTable {
public:
    explicit LineTable(const QList<Sheet::Column> &columns)
    {
        m_table.kind = TableBlock::Kind::Plain;
        for (const Sheet::Column &column : columns) {
            add(TableCell::Kind::Banner, column.head);
            m_table.widths.append(column.share);
        }
        endRow();
    }
    void words(const QString &text) { add(TableCell::Kind::Words, text); }
    void centred(const QString &text) { add(TableCell::Kind::CentredWords, text); }
    Workbook::Square figure(const std::optional<Amount> &value)
    {
        add(TableCell::Kind::Figure, value ? value->toString() : QString());
        return {m_table.rows, m_column - 1};
    }
    void endRow()
    {
        m_column = 0;
        ++m_table.rows;
    }
    TableBlock table()
    {
        m_table.runs = {{0, 1, m_table.rows}};
        return std::move(m_table);
    }

private:
    void add(TableCell::Kind kind, const QString &text)
    {
        m_table.cells.append({kind, m_table.rows, m_column++, 1, 1, false, text});
    }
    TableBlock m_table{};
    int m_column = 0;
};

std::optional<Amount> amountOf(const std::optional<qint64> &count)
{
    return count ? std::optional(Amount::fromInteger(*count)) : std::nullopt;
}

/// Of what the cells show: a declared total among them counts as it was declared. Blank where all are.
std::optional<Amount> shownSum(const Report &report, const Expression &terms)
{
    std::optional<Amount> sum;
    for (const Term &term : terms) {
        if (const auto value = report.value(term.cell))
            sum = term.sign > 0 ? sum.value_or(Amount()) + *value : sum.value_or(Amount()) - *value;
    }
    return sum;
}

/// One workbook from one report.
class Binder {
public:
    Binder(const Report &report, const Findings &findings) : m_report(report), m_findings(findings) { }

    Workbook workbook()
    {
        m_book.title = m_report.title().simplified();
        m_book.date = QDate::fromString(m_report.fact(fact::kDate), Qt::ISODate);
        for (const SectionSpec &section : m_report.spec().sections) {
            if (section.kind == SectionSpec::Kind::Table)
                addStatutory(section);
        }
        addChannels();
        addYears();
        addFindings();
        return std::move(m_book);
    }

private:
    static QList<Workbook::Term> termsAt(const Squares &squares, const Expression &terms)
    {
        QList<Workbook::Term> all;
        for (const Term &term : terms)
            all.append({term.sign, squares.value(term.cell)});
        return all;
    }

    void addStatutory(const SectionSpec &section)
    {
        const TableSpec &table = *m_report.spec().table(section.table);
        Workbook::Sheet sheet;
        sheet.name = table.name.isEmpty() ? section.title : table.name;
        sheet.heading = section.heading();
        sheet.table = statutoryTable(m_report, section);
        Squares squares;
        for (const GridCell &cell : table.grid) {
            if (cell.kind == GridCell::Kind::Figure)
                squares.insert(cell.cell, {cell.row, cell.column});
        }
        addEquations(sheet, table, squares);
        for (const CellId &id : table.cells) {
            const CellSpec &cell = *m_report.spec().cell(id);
            const auto value = m_report.value(id);
            const QString note = m_report.note(id);
            if (cell.isComputed())
                addTotal(sheet, cell, squares);
            if (!note.isEmpty())
                sheet.remarks.append(QStringLiteral("注：%1，%2").arg(cell.label, note));
            m_book.data.append({id.toString(), cell.label, value ? value->toString() : QString(), note,
                int(m_book.sheets.size()), squares.value(id)});
        }
        m_book.sheets.append(sheet);
    }

    void addEquations(Workbook::Sheet &sheet, const TableSpec &table, const Squares &squares) const
    {
        for (const Equation &equation : m_report.spec().equations) {
            if (equation.table == table.id && !equation.usesPrior())
                sheet.balances.append(
                    {equation.label + QStringLiteral("：") + equationWords(m_report.spec(), equation),
                        termsAt(squares, equation.left), termsAt(squares, equation.right)});
        }
    }

    void addTotal(Workbook::Sheet &sheet, const CellSpec &cell, const Squares &squares) const
    {
        const auto value = m_report.value(cell.id);
        const auto sum = shownSum(m_report, cell.formula);
        const Workbook::Square at = squares.value(cell.id);
        const auto terms = termsAt(squares, cell.formula);
        sheet.balances.append({cell.label + QStringLiteral(" ＝ 各格之和"), {{1, at}}, terms, true});
        if (value == sum) {
            sheet.sums.append({at, terms});
            return;
        }
        const QString blank = QStringLiteral("空白");
        sheet.remarks.append(
            QStringLiteral("%1：原载%2，各格之和为%3，按原载数填写。")
                .arg(cell.label, value ? value->toString() : blank, sum ? sum->toString() : blank));
    }

    void addChannels()
    {
        const QList<Channel> &channels = m_report.channels();
        if (channels.isEmpty())
            return;
        Workbook::Sheet sheet{QStringLiteral("渠道与分类"), QStringLiteral("主动公开渠道与分类")};
        LineTable lines(
            {{3, QStringLiteral("渠道")}, {3, QStringLiteral("类别")}, {1.5, QStringLiteral("条数")}});
        QList<Workbook::Term> counts;
        for (const Channel &channel : channels) {
            lines.words(channel.name);
            lines.words({});
            const Workbook::Square at = lines.figure(amountOf(channelCount(channel)));
            lines.endRow();
            counts.append({1, at});
            QList<Workbook::Term> parts;
            for (const Category &category : channel.categories) {
                lines.words({});
                lines.words(category.name);
                parts.append({1, lines.figure(amountOf(category.count))});
                lines.endRow();
            }
            const auto sum = channelSum(channel);
            if (!parts.isEmpty())
                sheet.balances.append(
                    {channel.name + QStringLiteral(" ＝ 各类别之和"), {{1, at}}, parts, true});
            if (sum && sum == channelCount(channel))
                sheet.sums.append({at, parts});
            else if (sum)
                sheet.remarks.append(QStringLiteral("%1：条数为%2，各类别之和为%3。")
                                         .arg(channel.name)
                                         .arg(*channelCount(channel))
                                         .arg(*sum));
        }
        lines.words(QStringLiteral("合计"));
        lines.words({});
        sheet.sums.append({lines.figure(amountOf(channelsTotal(channels))), counts});
        lines.endRow();
        sheet.table = lines.table();
        m_book.sheets.append(sheet);
    }

    void addYears()
    {
        if (!m_report.prior())
            return;
        Workbook::Sheet sheet{QStringLiteral("年度对比"), QStringLiteral("与上年比较")};
        LineTable lines({{0.8, QStringLiteral("表")}, {3.6, QStringLiteral("项目")},
            {1.1, QStringLiteral("%1年").arg(m_report.prior()->year())},
            {1.1, QStringLiteral("%1年").arg(m_report.year())}, {1.1, QStringLiteral("增减")},
            {1, QStringLiteral("增减率")}});
        const auto compared = comparedLines(m_report);
        for (const YearLine &line : compared) {
            lines.centred(line.table);
            lines.words(line.label);
            const Workbook::Square before = lines.figure(line.before);
            const Workbook::Square now = lines.figure(line.now);
            const QList<Workbook::Term> change{{1, now}, {-1, before}};
            const Workbook::Square by = lines.figure(line.change());
            if (line.change())
                sheet.sums.append({by, change});
            if (line.change() && !line.before->isZero())
                sheet.sums.append({lines.figure(std::nullopt), change, before});
            else
                lines.figure(std::nullopt);
            lines.endRow();
        }
        if (compared.isEmpty())
            sheet.remarks.append(QStringLiteral("两年的数据都是 0。"));
        sheet.table = lines.table();
        m_book.sheets.append(sheet);
    }

    void addFindings()
    {
        Workbook::Sheet sheet{QStringLiteral("核对"), QStringLiteral("问题与说明")};
        LineTable lines({{0.9, QStringLiteral("级别")}, {1.5, QStringLiteral("规则")},
            {1.5, QStringLiteral("位置")}, {4.2, QStringLiteral("问题")}, {2, QStringLiteral("说明")}});
        for (const FindingRow &row : findingRows(m_report, m_findings)) {
            lines.centred(row.level);
            lines.centred(row.rule);
            lines.words(row.place);
            lines.words(row.message);
            lines.words(row.explanation);
            lines.endRow();
        }
        if (m_findings.isEmpty())
            sheet.remarks.append(headLine(m_report, m_findings).in(Language::Chinese));
        sheet.table = lines.table();
        m_book.sheets.append(sheet);
    }

    const Report &m_report;
    const Findings &m_findings;
    Workbook m_book{};
};

} // namespace

Workbook workbookOf(const Report &report, const QList<Finding> &findings)
{
    return Binder(report, findings).workbook();
}

} // namespace nianbao
