// SPDX-License-Identifier: MulanPSL-2.0
#include "headline.h"

#include "catalogue.h"

#include <algorithm>

namespace nianbao {

namespace {

struct Open {
    int figures = 0; // errors in tables
    int errors = 0; // others
    int texts = 0; // a text says something else than a table
    int explain = 0; // others
};

RuleGroup groupOf(const RuleId &rule)
{
    static const RuleSet own; // all of them, switched off or not
    const Rule *found = own.find(rule);
    return found ? found->group : RuleGroup::Content;
}

Open openOf(const Findings &findings)
{
    Open open;
    for (const Finding &finding : findings) {
        if (finding.level == Level::Hint || finding.explained)
            continue;
        const RuleGroup group = groupOf(finding.rule);
        if (finding.level == Level::Error)
            ++(group == RuleGroup::Tables ? open.figures : open.errors);
        else
            ++(group == RuleGroup::Texts ? open.texts : open.explain);
    }
    return open;
}

} // namespace

bool isNotStarted(const Report &report)
{
    const auto &sections = report.spec().sections;
    const auto &tables = report.spec().tables;
    // a declared total is a start too
    const bool hasFigure = std::any_of(tables.begin(), tables.end(), [&](const TableSpec &table) {
        return std::any_of(table.cells.begin(), table.cells.end(),
            [&](const CellId &cell) { return report.value(cell).has_value(); });
    });
    const bool hasText = std::any_of(sections.begin(), sections.end(), [&](const SectionSpec &section) {
        return section.kind == SectionSpec::Kind::Narrative && progress(report, section.id).filled > 0;
    });
    return !hasFigure && !hasText && report.channels().isEmpty() && report.illustrations().isEmpty();
}

Phrase headLine(const Report &report, const Findings &findings)
{
    if (isNotStarted(report))
        return commonWords("not_started");
    const Open open = openOf(findings);
    const bool isExplainOnly = open.figures + open.errors + open.texts == 0;
    Phrase line;
    const auto put = [&](const char *key, int number) {
        if (number == 0)
            return;
        const Phrase part = commonWords(key, number);
        line = line.isEmpty() ? part : commonWords("and", line, part);
    };
    put("figures_wrong", open.figures);
    put(open.figures ? "other_errors" : "errors", open.errors);
    put("texts_differ", open.texts);
    put(open.texts ? "other_to_explain" : isExplainOnly ? "only_to_explain" : "to_explain", open.explain);
    if (!line.isEmpty())
        return line;
    const int explained = explanations(findings);
    return explained ? commonWords("right_or_explained", explained) : commonWords("all_right");
}

Phrase headLineWithHints(const Report &report, const Findings &findings)
{
    const Phrase line = headLine(report, findings);
    const auto hints = std::count_if(findings.begin(), findings.end(),
        [](const Finding &finding) { return finding.level == Level::Hint && !finding.explained; });
    return hints == 0 || isNotStarted(report) ? line
                                              : commonWords("and", line, commonWords("hints", int(hints)));
}

} // namespace nianbao
