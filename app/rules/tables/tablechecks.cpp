// SPDX-License-Identifier: MulanPSL-2.0
#include "tablechecks.h"

#include "equations.h"
#include "textcheck.h"

#include <algorithm>

namespace nianbao {

namespace {

QString wordFor(const Report &report, const Equation &equation, const Term &term)
{
    const TableSpec *table = report.spec().table(equation.table);
    const bool eachColumn = term.cell.column() == equation.each;
    QString word = table->columnLabels.value(term.cell.column());
    if (eachColumn) {
        const RowLabel row = table->rowLabels.value(term.cell.row());
        word = row.word.isEmpty() ? row.label : row.word;
    }
    return term.prior ? FindingWords::tr("last year's %1").arg(word) : word;
}

/// "新收 12 + 上年结转 3 = 15"
QString sideWords(const Report &report, const Equation &equation, const Expression &side, Amount sum)
{
    QString text;
    for (qsizetype i = 0; i < side.size(); ++i) {
        if (i > 0 || side[i].sign < 0)
            text += side[i].sign > 0 ? QStringLiteral(" + ") : QStringLiteral(" − ");
        text += wordFor(report, equation, side[i]) + u' ' + operand(report, side[i])->toString();
    }
    return side.size() > 1 ? text + QStringLiteral(" = ") + sum.toString() : text;
}

QString equationTitle(const RuleId &rule)
{
    if (rule.toString() == u"CARRY-IN")
        return FindingWords::tr("Carried over differs from last year");
    if (rule.toString() == u"IN-FORCE")
        return FindingWords::tr("Documents in force do not follow from last year");
    return FindingWords::tr("The table does not balance");
}

void checkEquations(const Report &report, Findings &findings)
{
    for (const Equation &equation : report.spec().equations) {
        const auto left = sideOf(report, equation.left);
        const auto right = sideOf(report, equation.right);
        if (!left || !right || *left == *right) // a blank cell is a finding of its own
            continue;
        Finding finding;
        finding.rule = equation.rule;
        finding.level = equation.level;
        for (const Expression &side : {equation.left, equation.right}) {
            for (const Term &term : side) {
                if (!term.prior)
                    finding.cells.append(term.cell);
            }
        }
        finding.title = equationTitle(equation.rule);
        finding.left = left->toString();
        finding.right = right->toString();
        finding.message
            = FindingWords::tr("%1: %2; %3; difference %4")
                  .arg(equation.label, sideWords(report, equation, equation.left, *left),
                      sideWords(report, equation, equation.right, *right), difference(*left, *right));
        findings.append(finding);
    }
}

/// REQ-ROW, REQ-SUM, DIS-SUM: a declared total that is not the sum of its parts.
void checkDeclaredTotals(const Report &report, Findings &findings)
{
    for (const CellId &id : report.spec().evaluationOrder) {
        const auto declared = report.declared(id);
        if (!declared || !declared->value)
            continue; // a blank total is found as blank
        const CellSpec &cell = *report.spec().cell(id);
        const auto sum = sideOf(report, cell.formula);
        if (!sum || *sum == *declared->value)
            continue;
        Finding finding;
        finding.rule = cell.totalRule;
        finding.cells = {id};
        finding.title = FindingWords::tr("A total is not the sum of its parts");
        finding.left = sum->toString();
        finding.right = declared->value->toString();
        finding.message
            = FindingWords::tr("%1: the parts add up to %2, the stated total is %3; difference %4")
                  .arg(cell.label, finding.left, finding.right, difference(*sum, *declared->value));
        findings.append(finding);
    }
}

/// CELL-BLANK: one finding a table. A total is blank with its parts, or because the source left it blank.
void checkBlankCells(const Report &report, Findings &findings)
{
    for (const TableSpec &table : report.spec().tables) {
        Finding finding;
        finding.rule = RuleId(QStringLiteral("CELL-BLANK"));
        for (const CellId &id : table.cells) {
            if (!report.value(id))
                finding.cells.append(id);
        }
        if (finding.cells.isEmpty())
            continue;
        const QString first = report.spec().cell(finding.cells.first())->label;
        finding.title = FindingWords::tr("Blank cells");
        finding.message = finding.cells.size() == 1
            ? FindingWords::tr("%1: the cell “%2” is blank. Where there was nothing, write 0.")
                  .arg(table.name, first)
            : FindingWords::tr("%1: %2 cells are blank, the first is “%3”. Where there was nothing, write 0.")
                  .arg(table.name)
                  .arg(finding.cells.size())
                  .arg(first);
        findings.append(finding);
    }
}

/// FORM-OLD: 国办公开办函〔2021〕30号 holds from the reports of 2021 on.
void checkForm(const Report &report, Findings &findings)
{
    const ReportSpec &spec = report.spec();
    if (spec.successor.isEmpty() || report.year() < spec.successorFromYear)
        return;
    const SpecPointer successor = findForm(spec.successor);
    Finding finding;
    finding.rule = RuleId(QStringLiteral("FORM-OLD"));
    finding.level = Level::Explain;
    finding.title = FindingWords::tr("Old layout of the tables");
    finding.left = spec.id;
    finding.right = spec.successor;
    finding.message = FindingWords::tr("The report of %1 stands in the layout “%2”. From %3 on it is “%4”.")
                          .arg(report.year())
                          .arg(spec.name)
                          .arg(spec.successorFromYear)
                          .arg(successor ? successor->name : spec.successor);
    findings.append(finding);
}

} // namespace

void checkTables(const Report &report, Findings &findings)
{
    checkForm(report, findings);
    checkBlankCells(report, findings);
    checkDeclaredTotals(report, findings);
    checkEquations(report, findings);
}

} // namespace nianbao
