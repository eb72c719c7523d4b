// SPDX-License-Identifier: MulanPSL-2.0
#include "paperlines.h"

#include "placenames.h"

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

QString placeWords(const Report &report, const Finding &finding)
{
    const bool isOfCells = !finding.cells.isEmpty() && !finding.isInText();
    const Place place = isOfCells ? Place::cell(finding.cells.first()) : finding.place.whole();
    return partName(report, place).in(Language::Chinese);
}

QString explanationWords(const Finding &finding)
{
    if (!finding.explained)
        return {};
    return finding.explanation.isEmpty() ? QStringLiteral("已处理，不再提示") : finding.explanation;
}

} // namespace

QList<FindingRow> findingRows(const Report &report, const Findings &findings)
{
    QList<FindingRow> rows;
    for (const Finding &finding : findings)
        rows.append({levelWord(finding.level), placeWords(report, finding),
            finding.message.in(Language::Chinese), finding.rule.toString(), explanationWords(finding)});
    return rows;
}

QList<YearLine> comparedLines(const Report &report)
{
    const auto isNothing = [](const std::optional<Amount> &value) { return !value || value->isZero(); };
    QList<YearLine> lines;
    for (const YearLine &line : compareYears(report)) {
        const QStringList totals = report.spec().table(line.cell.table())->columnsOf(Role::Total);
        if (!(isNothing(line.now) && isNothing(line.before))
            && (totals.isEmpty() || totals.contains(line.cell.column())))
            lines.append(line);
    }
    return lines;
}

} // namespace nianbao
