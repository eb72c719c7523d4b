// SPDX-License-Identifier: MulanPSL-2.0
#include "papers.h"

#include "balances.h"
#include "checks.h"
#include "comparison.h"
#include "reportmanuscript.h"
#include "reportplaces.h"
#include "showntext.h"

#include <algorithm>

namespace nianbao {

namespace {

/// Working papers of the office: title, headings, paragraphs and plain tables in a row.
class Sheet {
public:
    struct Column {
        double share = 1; // of the table's width
        QString head{};
        bool isCentred = false;
    };
    void addTitle(const QString &text) { m_blocks.push_back(TitleBlock{{text}}); }
    void addHeading(const QString &text) { m_blocks.push_back(HeadingBlock{1, text}); }
    void addParagraph(const QString &text) { m_blocks.push_back(ParagraphBlock{text}); }
    void addTable(const QList<Column> &columns, const QList<QStringList> &rows,
        TableBlock::Handwriting handwriting = TableBlock::Handwriting::None);
    Manuscript::Part part() { return {Manuscript::Part::Kind::OfficePaper, std::move(m_blocks)}; }

private:
    std::vector<Block> m_blocks{};
};

void Sheet::addTable(
    const QList<Column> &columns, const QList<QStringList> &rows, TableBlock::Handwriting handwriting)
{
    TableBlock table;
    table.kind = TableBlock::Kind::Plain;
    table.handwriting = handwriting;
    const auto addRow = [&](const auto &cellOf) {
        for (int i = 0; i < columns.size(); ++i) {
            TableCell cell = cellOf(i);
            cell.row = table.rows;
            cell.column = i;
            table.cells.append(cell);
        }
        ++table.rows;
    };
    for (const Column &column : columns)
        table.widths.append(column.share);
    const bool hasHead = !rows.isEmpty()
        && std::any_of(
            columns.begin(), columns.end(), [](const Column &column) { return !column.head.isEmpty(); });
    if (hasHead)
        addRow([&](int i) { return TableCell{TableCell::Kind::Banner, 0, 0, 1, 1, false, columns[i].head}; });
    for (const QStringList &row : rows)
        addRow([&](int i) {
            const auto kind = columns[i].isCentred ? TableCell::Kind::CentredWords : TableCell::Kind::Words;
            return TableCell{kind, 0, 0, 1, 1, false, row.value(i)};
        });
    table.runs = {{0, hasHead ? 1 : 0, table.rows}};
    m_blocks.push_back(std::move(table));
}

QString levelWord(Level level)
{
    switch (level) {
    case Level::Error: return QStringLiteral("错误");
    case Level::Explain: return QStringLiteral("需说明");
    case Level::Hint: break;
    }
    return QStringLiteral("提示");
}

QString verdictWords(const Findings &findings)
{
    const QString counts = QStringLiteral("错误 %1 处，需说明 %2 处，提示 %3 处")
                               .arg(count(findings, Level::Error))
                               .arg(count(findings, Level::Explain))
                               .arg(count(findings, Level::Hint));
    switch (verdict(findings)) {
    case Verdict::Fail: return QStringLiteral("不通过（%1）").arg(counts);
    case Verdict::Explain: return QStringLiteral("待说明（%1）").arg(counts);
    case Verdict::Pass: break;
    }
    return QStringLiteral("通过（%1）").arg(counts);
}

/// 三、收到和处理…; 题名; 一、总体情况 （二）…
QString placeWords(const Report &report, const Finding &finding)
{
    const ReportSpec &spec = report.spec();
    if (!finding.cells.isEmpty() && !finding.isInText()) {
        const TableSpec *table = spec.table(finding.cells.first().table());
        return table ? table->name : QString();
    }
    const Place place = finding.place.whole();
    if (place == Place::fact(QLatin1String(fact::kTitle)))
        return QStringLiteral("题名");
    if (place == Place::fact(QLatin1String(fact::kDate)))
        return QStringLiteral("成文日期");
    if (place == Place::fact(QLatin1String(fact::kIntroduction)))
        return QStringLiteral("引言");
    const Place entry = entryOf(report, place);
    if (entry == Place::channels())
        return QStringLiteral("渠道与分类");
    if (entry == Place::organisation())
        return QStringLiteral("单位信息");
    if (entry == Place::fact(QLatin1String(fact::kIntroduction)))
        return QStringLiteral("署名与人员");
    const SectionSpec *section = spec.section(entry.sectionId());
    if (!section)
        return QStringLiteral("全文");
    const QString heading = shownHeadings(report, section->id).value(entry.index());
    return heading.isEmpty() ? section->heading() : section->number + heading;
}

void addFindings(Sheet &sheet, const Report &report, const Findings &findings)
{
    if (findings.isEmpty()) {
        sheet.addParagraph(QStringLiteral("没有发现问题。"));
        return;
    }
    QList<QStringList> rows;
    for (const Finding &finding : findings)
        rows.append({QString::number(rows.size() + 1), levelWord(finding.level), placeWords(report, finding),
            finding.message.in(Language::Chinese) + QStringLiteral("（%1）").arg(finding.rule.toString()),
            finding.explained && finding.explanation.isEmpty() ? QStringLiteral("已处理，不再提示")
                : finding.explained                            ? finding.explanation
                                                               : QString()});
    sheet.addTable({{0.65, QStringLiteral("序号"), true}, {0.85, QStringLiteral("级别"), true},
                       {1.3, QStringLiteral("位置"), true}, {4.05, QStringLiteral("问题"), false},
                       {1.6, QStringLiteral("说明"), false}},
        rows);
}

/// Never silently: what is not checked in this report stands on paper with its reason.
void addRulesOff(Sheet &sheet, const Report &report)
{
    const RuleSet rules;
    QList<QStringList> rows;
    for (const auto &[rule, reason] : report.rulesOff().asKeyValueRange()) {
        const Rule *known = rules.find(rule);
        const QString id = rule.toString();
        rows.append(
            {known ? QStringLiteral("%1（%2）").arg(Phrase(known->title).in(Language::Chinese), id) : id,
                reason});
    }
    if (!rows.isEmpty())
        sheet.addTable(
            {{2.5, QStringLiteral("本报告停用的规则"), false}, {5, QStringLiteral("理由"), false}}, rows);
}

void addBalances(Sheet &sheet, const Report &report)
{
    QList<QStringList> rows;
    for (const TableSpec &table : report.spec().tables) {
        for (const Balance &balance : balances(report, table.id)) {
            const QString result = balance.state == Balance::State::Equal ? QStringLiteral("相等")
                : balance.state == Balance::State::Unequal ? QStringLiteral("差 %1").arg(balance.difference)
                                                           : QStringLiteral("有空格");
            rows.append({table.name, balance.each, balance.words.in(Language::Chinese), result});
        }
    }
    sheet.addTable({{0.7, QStringLiteral("表"), true}, {1.4, QStringLiteral("列"), true},
                       {4.6, QStringLiteral("等式"), false}, {0.9, QStringLiteral("结果"), true}},
        rows);
}

/// Of table three and four the totals; where both years are zero or blank there is nothing to compare.
void addComparison(Sheet &sheet, const Report &report)
{
    if (!report.prior()) {
        sheet.addParagraph(QStringLiteral("报告文件里没有上一年的报告，无从比较。"));
        return;
    }
    QList<QStringList> rows;
    for (const YearLine &line : compareYears(report)) {
        const bool isNothing = (!line.now || line.now->isZero()) && (!line.before || line.before->isZero());
        const QStringList totals = report.spec().table(line.cell.table())->columnsOf(Role::Total);
        if (isNothing || (!totals.isEmpty() && !totals.contains(line.cell.column())))
            continue;
        const QString percent = line.percentWords();
        rows.append({line.table, line.label, line.before ? line.before->toString() : QStringLiteral("—"),
            line.now ? line.now->toString() : QStringLiteral("（空）"),
            line.changeWords() + (percent.isEmpty() ? QString() : u'（' + percent + u'）')});
    }
    if (rows.isEmpty()) {
        sheet.addParagraph(QStringLiteral("两年的数据都是 0。"));
        return;
    }
    sheet.addTable(
        {{0.7, QStringLiteral("表"), true}, {3.0, QStringLiteral("项目"), false},
            {1.2, QStringLiteral("%1年").arg(report.prior()->year()), true},
            {1.2, QStringLiteral("%1年").arg(report.year()), true}, {1.9, QStringLiteral("增减"), true}},
        rows);
}

/// The same report as it is published, marked, and what is to be talked about behind it.
Manuscript reviewDraft(const Report &report, const Findings &findings)
{
    Manuscript draft = manuscriptOf(report);
    draft.title += QStringLiteral("（审阅稿）");
    draft.parts.front().kind = Manuscript::Part::Kind::Draft;
    Sheet sheet;
    sheet.addTitle(QStringLiteral("审阅附页"));
    sheet.addHeading(QStringLiteral("未解决的问题"));
    addFindings(sheet, report, findings);
    sheet.addHeading(QStringLiteral("与上年比较"));
    addComparison(sheet, report);
    draft.parts.push_back(sheet.part());
    return draft;
}

Manuscript checkSheet(const Report &report, const Findings &findings)
{
    const QString title = report.title().simplified();
    Sheet sheet;
    sheet.addTitle(QStringLiteral("政府信息公开工作年度报告核对单"));
    sheet.addTable({{1, {}, true}, {5, {}, false}},
        {{QStringLiteral("报告"), title}, {QStringLiteral("表样"), report.spec().name},
            {QStringLiteral("结论"), verdictWords(findings)}});
    sheet.addHeading(QStringLiteral("一、问题与说明"));
    addFindings(sheet, report, findings);
    addRulesOff(sheet, report);
    sheet.addHeading(QStringLiteral("二、勾稽关系"));
    addBalances(sheet, report);
    sheet.addHeading(QStringLiteral("三、与上年比较"));
    addComparison(sheet, report);
    sheet.addHeading(QStringLiteral("四、核对"));
    sheet.addTable({{1, {}, true}, {2, {}, true}, {1, {}, true}, {2, {}, true}},
        {{QStringLiteral("核对人"), {}, QStringLiteral("日期"), QStringLiteral("年 月 日")}},
        TableBlock::Handwriting::Name);
    return {title + QStringLiteral("（核对单）"), {sheet.part()}};
}

Manuscript signOffSheet(const Report &report, const Findings &findings)
{
    const QString title = report.title().simplified();
    Sheet sheet;
    sheet.addTitle(QStringLiteral("政府信息公开工作年度报告签批单"));
    const QString office = report.fact(fact::kOffice);
    sheet.addTable({{1, {}, true}, {5, {}, false}},
        {{QStringLiteral("报告"), title}, {QStringLiteral("机关"), report.fact(fact::kName)},
            {QStringLiteral("承办"),
                office.isEmpty() ? report.fact(fact::kPhone) : office + u'，' + report.fact(fact::kPhone)},
            {QStringLiteral("核对结论"), verdictWords(findings)}},
        TableBlock::Handwriting::Mark);
    const QString date = QStringLiteral("年 月 日");
    sheet.addTable({{1, QStringLiteral("环节"), true}, {1.2, QStringLiteral("姓名"), true},
                       {3.2, QStringLiteral("意见"), false}, {1.6, QStringLiteral("日期"), true}},
        {{QStringLiteral("拟稿"), report.fact(fact::kDrafted), {}, date},
            {QStringLiteral("核稿"), report.fact(fact::kChecked), {}, date},
            {QStringLiteral("会签"), report.fact(fact::kCountersigned), {}, date},
            {QStringLiteral("签发"), report.fact(fact::kSigned), {}, date}},
        TableBlock::Handwriting::Opinion);
    return {title + QStringLiteral("（签批单）"), {sheet.part()}};
}

} // namespace

std::optional<Paper> paperFromWord(const QString &word)
{
    static const QStringList words{QStringLiteral("report"), QStringLiteral("review"),
        QStringLiteral("checks"), QStringLiteral("signoff")};
    const auto index = words.indexOf(word);
    return index < 0 ? std::nullopt : std::optional(static_cast<Paper>(index));
}

QString paperName(Paper paper)
{
    switch (paper) {
    case Paper::Review: return QStringLiteral("审阅稿");
    case Paper::Checks: return QStringLiteral("核对单");
    case Paper::SignOff: return QStringLiteral("签批单");
    case Paper::Report: break;
    }
    return QStringLiteral("年度报告");
}

Manuscript manuscriptOf(Paper paper, const Report &report, const QList<Finding> &findings)
{
    switch (paper) {
    case Paper::Review: return reviewDraft(report, findings);
    case Paper::Checks: return checkSheet(report, findings);
    case Paper::SignOff: return signOffSheet(report, findings);
    case Paper::Report: break;
    }
    return manuscriptOf(report);
}

} // namespace nianbao
