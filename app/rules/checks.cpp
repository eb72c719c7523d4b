// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"

#include "reportplaces.h"
#include "textchecks.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace nianbao {

namespace {

/// The value an equation works with: computed totals of this year, what last year's report shows.
std::optional<Amount> operand(const Report &report, const Term &term)
{
    if (!term.prior)
        return report.computed(term.cell);
    const auto &prior = report.prior();
    // a cell that last year's form did not have cannot be compared
    return prior && prior->spec().cell(term.cell) ? prior->computed(term.cell) : std::nullopt;
}

/// Sum of one side; blank when one of its cells is blank.
std::optional<Amount> sideOf(const Report &report, const Expression &side)
{
    Amount sum;
    for (const Term &term : side) {
        const auto value = operand(report, term);
        if (!value)
            return std::nullopt;
        sum = term.sign > 0 ? sum + *value : sum - *value;
    }
    return sum;
}

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

QString difference(Amount left, Amount right)
{
    return (left > right ? left - right : right - left).toString();
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

/// Place in the report from top to bottom, for sorting.
int placeOf(const Report &report, const Finding &finding)
{
    const ReportSpec &spec = report.spec();
    if (finding.cells.isEmpty() && !finding.isInText())
        return 0;
    const Place entry = entryOf(report, finding.place);
    if (entry == Place::organisation())
        return 0;
    if (finding.place.whole() == Place::fact(QLatin1String(fact::kTitle)))
        return 1;
    if (entry == Place::fact(QLatin1String(fact::kIntroduction)))
        return 2;
    constexpr int kPerSection = 1000;
    const TableId table = finding.cells.isEmpty() ? TableId() : finding.cells.first().table();
    for (int i = 0; i < spec.sections.size(); ++i) {
        const SectionSpec &section = spec.sections[i];
        if (!table.isEmpty() && section.table == table) {
            const auto &cells = spec.table(table)->cells;
            return (i + 1) * kPerSection + 1 + int(cells.indexOf(finding.cells.first()));
        }
        if (entry.sectionId() == section.id)
            return (i + 1) * kPerSection + entry.index() + 1;
    }
    return int(spec.sections.size() + 1) * kPerSection;
}

/// By level, then from top to bottom.
Findings inOrder(const Report &report, const Findings &findings)
{
    using Key = std::tuple<Level, int, qsizetype, qsizetype>;
    QList<Key> keys;
    for (qsizetype i = 0; i < findings.size(); ++i)
        keys.append({findings[i].level, placeOf(report, findings[i]), findings[i].place.start(), i});
    std::sort(keys.begin(), keys.end());
    Findings sorted;
    sorted.reserve(findings.size());
    for (const Key &key : std::as_const(keys))
        sorted.append(findings[std::get<3>(key)]);
    return sorted;
}

/// Leaves out what is switched off or allowed, gives each finding its key and finds its explanation.
void settle(const Report &report, Findings &findings)
{
    const QStringList phrases = report.fact(fact::kAllowedWords).split(u'\n', Qt::SkipEmptyParts);
    const QSet<QString> allowed(phrases.begin(), phrases.end());
    findings.removeIf([&](const Finding &finding) {
        return report.rulesOff().contains(finding.rule)
            || (!finding.left.isEmpty() && finding.cells.isEmpty()
                && (allowed.contains(finding.excerpt) || allowed.contains(finding.left)));
    });
    QHash<QString, int> seen;
    for (Finding &finding : findings) {
        QStringList parts{finding.rule.toString(), finding.place.head()};
        for (const CellId &cell : std::as_const(finding.cells))
            parts.append(cell.toString());
        if (finding.cells.isEmpty())
            parts.append(finding.excerpt);
        finding.key = parts.join(u'|');
        if (const int times = ++seen[finding.key]; times > 1)
            finding.key += QStringLiteral("|%1").arg(times);
        if (finding.level == Level::Error)
            continue; // an error is corrected, not explained
        const auto explanation = report.explanations().constFind(finding.key);
        if (explanation == report.explanations().constEnd())
            continue;
        finding.explanation = explanation->text;
        finding.explained = explanation->operands == finding.operands()
            && (finding.level == Level::Hint || !explanation->text.trimmed().isEmpty());
    }
}

} // namespace

Findings check(const Report &report)
{
    Findings findings;
    checkForm(report, findings);
    checkBlankCells(report, findings);
    checkDeclaredTotals(report, findings);
    checkEquations(report, findings);
    TextCheck texts(report, findings);
    checkFigures(texts);
    checkContent(texts);
    checkRemains(texts);
    checkLanguage(texts);
    checkGlyphs(texts);
    checkNames(texts);
    checkPrivacy(texts);
    checkAgainstLastYear(texts);
    texts.tellSurplus();
    settle(report, findings);
    return inOrder(report, findings);
}

Verdict verdict(const Findings &findings)
{
    if (count(findings, Level::Error) > 0)
        return Verdict::Fail;
    const bool open = std::any_of(findings.begin(), findings.end(),
        [](const Finding &f) { return f.level == Level::Explain && !f.explained; });
    return open ? Verdict::Explain : Verdict::Pass;
}

QString toString(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fail: return QStringLiteral("fail");
    case Verdict::Explain: return QStringLiteral("explain");
    case Verdict::Pass: break;
    }
    return QStringLiteral("pass");
}

QString toString(Level level)
{
    switch (level) {
    case Level::Error: return QStringLiteral("error");
    case Level::Explain: return QStringLiteral("explain");
    case Level::Hint: break;
    }
    return QStringLiteral("hint");
}

int count(const Findings &findings, Level level)
{
    return int(std::count_if(findings.begin(), findings.end(),
        [level](const Finding &f) { return f.level == level && !f.explained; }));
}

QList<Balance> balances(const Report &report, const TableId &tableId)
{
    QList<Balance> result;
    const TableSpec *table = report.spec().table(tableId);
    for (const Equation &equation : report.spec().equations) {
        if (equation.table != tableId || equation.usesPrior())
            continue;
        const auto side = [&](const Expression &terms) {
            QStringList parts;
            for (const Term &term : terms) {
                const auto value = operand(report, term);
                const RowLabel row = table->rowLabels.value(term.cell.row());
                parts.append(QStringLiteral("%1 %2").arg(row.mark.isEmpty() ? row.label : row.mark,
                    value ? value->toString() : FindingWords::tr("(blank)")));
            }
            return parts.join(QStringLiteral(" ＋ "));
        };
        const auto left = sideOf(report, equation.left);
        const auto right = sideOf(report, equation.right);
        Balance balance;
        balance.each = equation.label;
        if (left && right)
            balance.state = *left == *right ? Balance::State::Equal : Balance::State::Unequal;
        balance.words = side(equation.left)
            + (balance.state == Balance::State::Unequal ? QStringLiteral(" ≠ ") : QStringLiteral(" ＝ "))
            + side(equation.right);
        if (balance.state == Balance::State::Unequal)
            balance.difference = difference(*left, *right);
        result.append(balance);
    }
    return result;
}

} // namespace nianbao
