// SPDX-License-Identifier: MulanPSL-2.0
#include "checks.h"

#include "inspection.h"
#include "reportplaces.h"

#include <algorithm>
#include <tuple>

namespace nianbao {

namespace {

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
        if (finding.key.isEmpty()) // a rule may name what its finding is about better than by its words
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

Findings check(const Report &report, const RuleSet &rules)
{
    Inspection inspection(report, rules);
    inspection.run();
    settle(report, inspection.findings);
    return inOrder(report, inspection.findings);
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

QSet<QString> answered(const Findings &findings)
{
    QSet<QString> keys;
    for (const Finding &finding : findings) {
        if (finding.explained)
            keys.insert(finding.key);
    }
    return keys;
}

int explanations(const Findings &findings)
{
    return int(std::count_if(findings.begin(), findings.end(),
        [](const Finding &f) { return f.explained && !f.explanation.trimmed().isEmpty(); }));
}

int count(const Findings &findings, Level level)
{
    return int(std::count_if(findings.begin(), findings.end(),
        [level](const Finding &f) { return f.level == level && !f.explained; }));
}

} // namespace nianbao
