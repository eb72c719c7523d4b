// SPDX-License-Identifier: MulanPSL-2.0
#include "papers.h"

#include "balances.h"
#include "catalogue.h"
#include "checks.h"
#include "commentmarks.h"
#include "headline.h"
#include "paperlines.h"
#include "reportmanuscript.h"
#include "reviewsheet.h"
#include "sheet.h"
#include "signoffsheet.h"

#include <algorithm>

namespace nianbao {

namespace {

QString verdictWords(const Report &report, const Findings &findings)
{
    const QString line = headLine(report, findings).in(Language::Chinese);
    if (isNotStarted(report))
        return line;
    const QString counts = QStringLiteral("错误 %1 处，需说明 %2 处，提示 %3 处")
                               .arg(count(findings, Level::Error))
                               .arg(count(findings, Level::Explain))
                               .arg(count(findings, Level::Hint));
    return QStringLiteral("%1（%2）").arg(line, counts);
}

void addTable(Sheet &sheet, const Report &report, const Findings &findings)
{
    QList<QStringList> rows;
    for (const FindingRow &row : findingRows(report, findings))
        rows.append({QString::number(rows.size() + 1), row.level, row.place,
            row.message + QStringLiteral("（%1）").arg(row.rule), row.explanation});
    sheet.addTable({{0.65, QStringLiteral("序号"), true}, {0.85, QStringLiteral("级别"), true},
                       {1.3, QStringLiteral("位置"), true}, {4.05, QStringLiteral("问题"), false},
                       {1.6, QStringLiteral("说明"), false}},
        rows);
}

void addFindings(Sheet &sheet, const Report &report, const Findings &findings)
{
    if (findings.isEmpty() || isNotStarted(report)) {
        sheet.addParagraph(isNotStarted(report) ? headLine(report, findings).in(Language::Chinese) + u'。'
                                                : QStringLiteral("没有发现问题。"));
        return;
    }
    addTable(sheet, report, findings);
}

/// For who decides: what still is to be done apart from what the office has answered.
void addOpenAndAnswered(Sheet &sheet, const Report &report, const Findings &findings)
{
    Findings open;
    Findings answeredOnes;
    for (const Finding &finding : findings)
        (finding.explained ? answeredOnes : open).append(finding);
    sheet.addHeading(QStringLiteral("未解决的问题"));
    if (open.isEmpty() && !answeredOnes.isEmpty())
        sheet.addParagraph(QStringLiteral("没有未解决的问题。"));
    else
        addFindings(sheet, report, open);
    if (answeredOnes.isEmpty() || isNotStarted(report))
        return;
    sheet.addHeading(QStringLiteral("已说明的问题"));
    addTable(sheet, report, answeredOnes);
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
            {known ? QStringLiteral("%1（%2）").arg(Phrase(wordingOf(*known).title).in(Language::Chinese), id)
                   : id,
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

void addComparison(Sheet &sheet, const Report &report)
{
    if (!report.prior()) {
        sheet.addParagraph(QStringLiteral("报告文件里没有上一年的报告，无从比较。"));
        return;
    }
    QList<QStringList> rows;
    for (const YearLine &line : comparedLines(report)) {
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

Manuscript withComments(const Report &report)
{
    Manuscript manuscript = manuscriptOf(report);
    manuscript.marks = commentMarks(report, manuscript.parts.front().blocks);
    return manuscript;
}

/// The same report as it is published, marked, and what is to be talked about behind it.
Manuscript reviewDraft(const Report &report, const Findings &findings, const PaperContext &context)
{
    Manuscript draft = withComments(report);
    draft.title += QStringLiteral("（审阅稿）");
    draft.parts.front().kind = Manuscript::Part::Kind::Draft;
    Sheet sheet;
    sheet.addTitle(QStringLiteral("审阅附页"));
    addComments(sheet, report);
    addOpenAndAnswered(sheet, report, findings);
    if (context.before) {
        sheet.addHeading(QStringLiteral("改动（与%1相比）").arg(context.beforeWords));
        addChanges(sheet, *context.before, report);
    } else {
        sheet.addHeading(QStringLiteral("与上年比较"));
        addComparison(sheet, report);
    }
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
            {QStringLiteral("结论"), verdictWords(report, findings)}});
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

} // namespace

namespace {
const QStringList &paperWords()
{
    static const QStringList words{QStringLiteral("report"), QStringLiteral("review"),
        QStringLiteral("checks"), QStringLiteral("signoff")};
    return words;
}
} // namespace

std::optional<Paper> paperFromWord(const QString &word)
{
    const auto index = paperWords().indexOf(word);
    return index < 0 ? std::nullopt : std::optional(static_cast<Paper>(index));
}

QString paperWord(Paper paper) { return paperWords()[int(paper)]; }

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

Manuscript manuscriptOf(
    Paper paper, const Report &report, const QList<Finding> &findings, const PaperContext &context)
{
    switch (paper) {
    case Paper::Review: return reviewDraft(report, findings, context);
    case Paper::Checks: return checkSheet(report, findings);
    case Paper::SignOff: return signOffSheet(report, verdictWords(report, findings), context);
    case Paper::Report: break;
    }
    return context.showsComments ? withComments(report) : manuscriptOf(report);
}

} // namespace nianbao
