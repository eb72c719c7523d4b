// SPDX-License-Identifier: MulanPSL-2.0
#include "tablechecks.h"

#include "equations.h"
#include "inspection.h"

#include <algorithm>

namespace nianbao {

namespace {
void findBlankCells(Inspection &check);
void findWrongTotals(Inspection &check);
void findUnbalanced(Inspection &check);
void findOldForm(Inspection &check);
} // namespace

const Rule kCellBlank{"CELL-BLANK", Level::Error, RuleGroup::Tables, {"Blank cells", "空白格"},
    {"Every statutory cell has a figure; where there was nothing it is 0.",
        "法定表格每格都要有数；没有发生的填 0。"},
    "表三：“（一）予以公开 · 其他”一格空白。没有发生的请填 0。", "没有发生的填 0", findBlankCells};

const Rule kReqRow{"REQ-ROW", Level::Error, RuleGroup::Tables, {"Total of a row", "行的总计"},
    {"A row's total is the sum of its six kinds of applicants.", "每行总计等于六类申请人之和。"},
    "（一）予以公开 · 总计：分项之和为 12，所报总计为 14，差 2", "（一）予以公开：12 + 0 = 12",
    findWrongTotals};

const Rule kReqSum{"REQ-SUM", Level::Error, RuleGroup::Tables, {"Total of a column", "列的总计"},
    {"The total of outcomes in a column is the sum of all its outcome rows.",
        "每列办理结果的总计等于各种结果之和。"},
    "（七）总计 · 商业企业：分项之和为 2，所报总计为 3，差 1", "商业企业：2 + 0 = 2", findWrongTotals};

const Rule kDisSum{"DIS-SUM", Level::Error, RuleGroup::Tables, {"Total of disputes", "复议诉讼的总计"},
    {"Upheld + corrected + other results + pending = total, in each of the three groups.",
        "三组各自：维持＋纠正＋其他结果＋尚未审结＝总计。"},
    "行政复议 · 总计：分项之和为 11，所报总计为 0，差 11", "维持 10 + 纠正 1 = 总计 11", findWrongTotals};

const Rule kReqBalance{"REQ-BALANCE", Level::Error, RuleGroup::Tables,
    {"Balance of requests", "申请的勾稽关系"},
    {"In each column: new + carried over from last year = done + carried over to next year.",
        "每列：新收＋上年结转＝办结＋结转下年。"},
    "自然人：新收 60 + 上年结转 0 = 60，办结 61 + 结转下年 0 = 61，差 1",
    "新收 60 + 上年结转 0 = 办结 60 + 结转下年 0", findUnbalanced};

const Rule kCarryIn{"CARRY-IN", Level::Explain, RuleGroup::Tables,
    {"Carried over from last year", "上年结转"},
    {"What is carried in equals what last year's report carried out, in each column.",
        "每列的上年结转等于去年报告的结转下年。"},
    "自然人：上年结转 103，上年结转下年 77，差 26", "今年“上年结转”103，去年“结转下年”103", findUnbalanced};

const Rule kInForce{"IN-FORCE", Level::Explain, RuleGroup::Tables, {"Documents in force", "现行有效"},
    {"In force = last year's in force + issued − repealed.", "现行有效＝上年现行有效＋本年制发－本年废止。"},
    "行政规范性文件：现行有效件数 421，上年现行有效件数 597 + 本年制发件数 50 − 本年废止件数 227 = 420，差 1",
    "597 + 50 − 227 = 420", findUnbalanced};

const Rule kEquation{"FORM-EQUATION", Level::Error, RuleGroup::Tables,
    {"Equations of the form", "表样的等式"},
    {"What the form of the year says must be equal is equal, where no rule of its own stands for it.",
        "这一年的表样规定应当相等的都相等；另有专门规则的，由那条规则查。"},
    "电话：接到 12，已答复 10 + 未答复 1 = 11，差 1", "接到 12 = 已答复 10 + 未答复 2", findUnbalanced};

const Rule kFormOld{"FORM-OLD", Level::Explain, RuleGroup::Tables, {"Old layout of the tables", "旧表样"},
    {"A report stands in the form that is prescribed for its year.", "报告用规定适用于这一年的格式。"},
    "2021 年的报告起应当用“中华人民共和国政府信息公开工作年度报告格式（2021年修订）”。",
    "2023 年的报告用 2021 年修订的表样", findOldForm};

namespace {

Phrase wordFor(const Report &report, const Equation &equation, const Term &term)
{
    const TableSpec *table = report.spec().table(equation.table);
    QString word = table->columnLabels.value(term.cell.column());
    if (!equation.isOfRow) {
        const RowLabel row = table->rowLabels.value(term.cell.row());
        word = row.word.isEmpty() ? row.label : row.word;
    }
    return term.prior ? Phrase({"last year's %1", "上年%1"}, word) : word;
}

/// "新收 12 + 上年结转 3 = 15"
Phrase sideWords(const Report &report, const Equation &equation, const Expression &side, Amount sum)
{
    Phrase text;
    for (qsizetype i = 0; i < side.size(); ++i) {
        if (i > 0 || side[i].sign < 0)
            text += side[i].sign > 0 ? QStringLiteral(" + ") : QStringLiteral(" − ");
        text += wordFor(report, equation, side[i]);
        text += u' ' + operand(report, side[i])->toString();
    }
    if (side.size() > 1)
        text += QStringLiteral(" = ") + sum.toString();
    return text;
}

Phrase equationTitle(const Rule &rule)
{
    if (&rule == &kCarryIn)
        return Phrase({"Carried over differs from last year", "上年结转与上年报告不一致"});
    if (&rule == &kInForce)
        return Phrase({"Documents in force do not follow from last year", "现行有效件数与上年推算不一致"});
    return Phrase({"The table does not balance", "勾稽关系不平"});
}

void findUnbalanced(Inspection &check)
{
    const Report &report = check.report;
    for (const Equation &equation : report.spec().equations) {
        const auto left = sideOf(report, equation.left);
        const auto right = sideOf(report, equation.right);
        if (!left || !right || *left == *right) // a blank cell is a finding of its own
            continue;
        const Rule *rule = check.rules.findForEquation(equation.rule);
        if (!rule)
            continue;
        Finding &finding = check.add(*rule, equationTitle(*rule),
            Phrase({"%1: %2; %3; difference %4", "%1：%2，%3，差 %4"}, equation.label,
                sideWords(report, equation, equation.left, *left),
                sideWords(report, equation, equation.right, *right), difference(*left, *right)));
        finding.level = equation.level;
        for (const Expression &side : {equation.left, equation.right}) {
            for (const Term &term : side) {
                if (!term.prior)
                    finding.cells.append(term.cell);
            }
        }
        finding.left = left->toString();
        finding.right = right->toString();
    }
}

/// REQ-ROW, REQ-SUM, DIS-SUM: a declared total that is not the sum of its parts.
void findWrongTotals(Inspection &check)
{
    const Report &report = check.report;
    for (const CellId &id : report.spec().evaluationOrder) {
        const auto declared = report.declared(id);
        if (!declared || !declared->value)
            continue; // a blank total is found as blank
        const CellSpec &cell = *report.spec().cell(id);
        const auto sum = sideOf(report, cell.formula);
        if (!sum || *sum == *declared->value)
            continue;
        const Rule *rule = check.rules.findForEquation(cell.totalRule);
        if (!rule)
            continue;
        const QString left = sum->toString();
        const QString right = declared->value->toString();
        Finding &finding
            = check.add(*rule, Phrase({"A total is not the sum of its parts", "总计与分项之和不符"}),
                Phrase({"%1: the parts add up to %2, the stated total is %3; difference %4",
                           "%1：分项之和为 %2，所报总计为 %3，差 %4"},
                    cell.label, left, right, difference(*sum, *declared->value)));
        finding.cells = {id};
        finding.left = left;
        finding.right = right;
    }
}

/// CELL-BLANK: one finding a table. A total is blank with its parts, or because the source left it blank.
void findBlankCells(Inspection &check)
{
    const Report &report = check.report;
    for (const TableSpec &table : report.spec().tables) {
        QList<CellId> blank;
        for (const CellId &id : table.cells) {
            if (!report.value(id))
                blank.append(id);
        }
        if (blank.isEmpty())
            continue;
        const QString first = report.spec().cell(blank.first())->label;
        check
            .add(kCellBlank, Phrase({"Blank cells", "有空白格"}),
                blank.size() == 1
                    ? Phrase({"%1: the cell “%2” is blank. Where there was nothing, write 0.",
                                 "%1：“%2”一格空白。没有发生的请填 0。"},
                        table.name, first)
                    : Phrase({"%1: %2 cells are blank, the first is “%3”. Where there was nothing, write 0.",
                                 "%1：有 %2 格空白，第一处是“%3”。没有发生的请填 0。"},
                        table.name, blank.size(), first))
            .cells
            = blank;
    }
}

/// FORM-OLD: from which year on another form is prescribed, the form itself says.
void findOldForm(Inspection &check)
{
    const Report &report = check.report;
    const ReportSpec &spec = report.spec();
    if (spec.successor.isEmpty() || report.year() < spec.successorFromYear)
        return;
    const SpecPointer successor = findForm(spec.successor);
    Finding &finding = check.add(kFormOld, Phrase({"Old layout of the tables", "沿用旧表样"}),
        Phrase({"The report of %1 stands in the layout “%2”. From %3 on it is “%4”.",
                   "%1 年的报告用的是“%2”。自 %3 年的报告起应当用“%4”。"},
            report.year(), spec.name, spec.successorFromYear, successor ? successor->name : spec.successor));
    finding.left = spec.id;
    finding.right = spec.successor;
}

} // namespace

} // namespace nianbao
