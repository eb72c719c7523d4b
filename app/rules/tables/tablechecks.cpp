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

const Rule kCellBlank{"CELL-BLANK", Level::Error, RuleGroup::Tables, findBlankCells};
const Rule kReqRow{"REQ-ROW", Level::Error, RuleGroup::Tables, findWrongTotals};
const Rule kReqSum{"REQ-SUM", Level::Error, RuleGroup::Tables, findWrongTotals};
const Rule kDisSum{"DIS-SUM", Level::Error, RuleGroup::Tables, findWrongTotals};
const Rule kReqBalance{"REQ-BALANCE", Level::Error, RuleGroup::Tables, findUnbalanced};
const Rule kCarryIn{"CARRY-IN", Level::Explain, RuleGroup::Tables, findUnbalanced};
const Rule kInForce{"IN-FORCE", Level::Explain, RuleGroup::Tables, findUnbalanced};
const Rule kEquation{"FORM-EQUATION", Level::Error, RuleGroup::Tables, findUnbalanced};
const Rule kFormOld{"FORM-OLD", Level::Explain, RuleGroup::Tables, findOldForm};

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
