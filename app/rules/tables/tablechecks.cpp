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
    return term.prior ? commonWords("last_year", word) : word;
}

Totals totalsFor(const Equation &equation)
{
    return equation.usesPrior() ? Totals::OrDeclared : Totals::Computed;
}

/// "新收 12 + 上年结转 3 = 15"
Phrase sideWords(const Report &report, const Equation &equation, const Expression &side, Amount sum)
{
    const Totals totals = totalsFor(equation);
    Phrase text;
    for (qsizetype i = 0; i < side.size(); ++i) {
        if (i > 0 || side[i].sign < 0)
            text += side[i].sign > 0 ? QStringLiteral(" + ") : QStringLiteral(" − ");
        text += wordFor(report, equation, side[i]);
        text += u' ' + operand(report, side[i], totals)->toString();
    }
    if (side.size() > 1)
        text += QStringLiteral(" = ") + sum.toString();
    return text;
}

/// A form names the rule that its equation or total reports under: what that has no words for is said as of
/// any equation.
template <typename... Arguments>
Finding &addUnequal(Inspection &check, const Rule &rule, const char *key, const Arguments &...arguments)
{
    return check.add(rule, sayingOf(hasSaying(rule, key) ? rule : kEquation, key), arguments...);
}

void findUnbalanced(Inspection &check)
{
    const Report &report = check.report;
    for (const Equation &equation : report.spec().equations) {
        const auto left = sideOf(report, equation.left, totalsFor(equation));
        const auto right = sideOf(report, equation.right, totalsFor(equation));
        if (!left || !right || *left == *right) // a blank cell is a finding of its own
            continue;
        const Rule *rule = check.rules.findForEquation(equation.rule);
        if (!rule)
            continue;
        Finding &finding = addUnequal(check, *rule, "unequal", equation.label,
            sideWords(report, equation, equation.left, *left),
            sideWords(report, equation, equation.right, *right), difference(*left, *right));
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
            = addUnequal(check, *rule, "sum", cell.label, left, right, difference(*sum, *declared->value));
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
        Finding &finding = blank.size() == 1
            ? check.add(kCellBlank, "one", table.name, first)
            : check.add(kCellBlank, "several", table.name, blank.size(), first);
        finding.cells = blank;
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
    Finding &finding = check.add(kFormOld, "old", report.year(), spec.name, spec.successorFromYear,
        successor ? successor->name : spec.successor);
    finding.left = spec.id;
    finding.right = spec.successor;
}

} // namespace

} // namespace nianbao
