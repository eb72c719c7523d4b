// SPDX-License-Identifier: MulanPSL-2.0
#include "papers.h"

#include "comparison.h"
#include "rules.h"
#include "sheet.h"
#include "showntext.h"
#include "textplace.h"

namespace nianbao {

namespace {

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
    if (!finding.cells.isEmpty() && finding.section.isEmpty()) {
        const TableSpec *table = spec.table(finding.cells.first().table());
        return table ? table->name : QString();
    }
    if (finding.section == u"title")
        return QStringLiteral("题名");
    if (finding.section == u"date")
        return QStringLiteral("成文日期");
    if (finding.section == u"organisation")
        return QStringLiteral("单位信息");
    if (finding.section == u"introduction")
        return QStringLiteral("引言");
    const QString entry = entryOf(report, finding.section);
    if (entry == u"channels")
        return QStringLiteral("渠道与分类");
    if (entry == u"organisation")
        return QStringLiteral("单位信息");
    if (entry == u"introduction")
        return QStringLiteral("署名与人员");
    const SectionSpec *section = spec.section(SectionId(entry.section(u'/', 0, 0)));
    if (!section)
        return QStringLiteral("全文");
    const int index = entry.section(u'/', 1, 1).toInt();
    const QString heading = shownHeadings(report, section->id).value(index - 1);
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
            finding.message + QStringLiteral("（%1）").arg(finding.rule.toString()),
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
    QList<QStringList> rows;
    for (const auto &[rule, reason] : report.rulesOff().asKeyValueRange()) {
        const CheckRule *known = findRule(rule);
        const QString id = rule.toString();
        rows.append({known ? QStringLiteral("%1（%2）").arg(known->title, id) : id, reason});
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
            rows.append({table.name, balance.each, balance.words, result});
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
    const QString total = QStringLiteral("total");
    QList<QStringList> rows;
    for (const YearLine &line : compareYears(report)) {
        const bool isNothing = (!line.now || line.now->isZero()) && (!line.before || line.before->isZero());
        const bool hasTotals = report.spec().table(line.cell.table())->columns.contains(total);
        if (isNothing || (hasTotals && line.cell.column() != total))
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

PageDocument emptyDocument(const QString &title, const PageStyle &style, std::shared_ptr<const FontSet> fonts)
{
    PageDocument document;
    document.width = style.paperWidth;
    document.height = style.paperHeight;
    document.title = title;
    document.fonts = std::move(fonts);
    return document;
}

PageDocument reviewDraft(const Report &report, const Findings &findings, const PageStyle &style,
    std::shared_ptr<const FontSet> fonts, const PageOptions &options)
{
    PageOptions draft = options;
    draft.draftMark = QStringLiteral("草稿");
    draft.lineNumbers = true;
    draft.cover = false;
    PageDocument document = paginate(report, style, std::move(fonts), draft);
    document.title += QStringLiteral("（审阅稿）");
    Sheet sheet(document, style);
    sheet.addTitle(QStringLiteral("审阅附页"));
    sheet.addHeading(QStringLiteral("未解决的问题"));
    addFindings(sheet, report, findings);
    sheet.addHeading(QStringLiteral("与上年比较"));
    addComparison(sheet, report);
    sheet.finish();
    return document;
}

PageDocument checkSheet(const Report &report, const Findings &findings, const PageStyle &style,
    std::shared_ptr<const FontSet> fonts)
{
    PageDocument document
        = emptyDocument(report.title().simplified() + QStringLiteral("（核对单）"), style, std::move(fonts));
    Sheet sheet(document, style);
    sheet.addTitle(QStringLiteral("政府信息公开工作年度报告核对单"));
    sheet.addTable({{1, {}, true}, {5, {}, false}},
        {{QStringLiteral("报告"), report.title().simplified()}, {QStringLiteral("表样"), report.spec().name},
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
        {{QStringLiteral("核对人"), {}, QStringLiteral("日期"), QStringLiteral("年 月 日")}}, 10);
    sheet.finish();
    return document;
}

PageDocument signOffSheet(const Report &report, const Findings &findings, const PageStyle &style,
    std::shared_ptr<const FontSet> fonts)
{
    constexpr double kForHand = 34; // mm
    PageDocument document
        = emptyDocument(report.title().simplified() + QStringLiteral("（签批单）"), style, std::move(fonts));
    Sheet sheet(document, style);
    sheet.addTitle(QStringLiteral("政府信息公开工作年度报告签批单"));
    const QString office = report.fact(fact::kOffice);
    sheet.addTable({{1, {}, true}, {5, {}, false}},
        {{QStringLiteral("报告"), report.title().simplified()},
            {QStringLiteral("机关"), report.fact(fact::kName)},
            {QStringLiteral("承办"),
                office.isEmpty() ? report.fact(fact::kPhone) : office + u'，' + report.fact(fact::kPhone)},
            {QStringLiteral("核对结论"), verdictWords(findings)}},
        9);
    const QString date = QStringLiteral("年 月 日");
    sheet.addTable({{1, QStringLiteral("环节"), true}, {1.2, QStringLiteral("姓名"), true},
                       {3.2, QStringLiteral("意见"), false}, {1.6, QStringLiteral("日期"), true}},
        {{QStringLiteral("拟稿"), report.fact(fact::kDrafted), {}, date},
            {QStringLiteral("核稿"), report.fact(fact::kChecked), {}, date},
            {QStringLiteral("会签"), report.fact(fact::kCountersigned), {}, date},
            {QStringLiteral("签发"), report.fact(fact::kSigned), {}, date}},
        kForHand);
    sheet.finish();
    return document;
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

PageDocument makePaper(Paper paper, const Report &report, const Findings &findings, const PageStyle &style,
    std::shared_ptr<const FontSet> fonts, const PageOptions &options)
{
    switch (paper) {
    case Paper::Review: return reviewDraft(report, findings, style, std::move(fonts), options);
    case Paper::Checks: return checkSheet(report, findings, style, std::move(fonts));
    case Paper::SignOff: return signOffSheet(report, findings, style, std::move(fonts));
    case Paper::Report: break;
    }
    return paginate(report, style, std::move(fonts), options);
}

} // namespace nianbao
