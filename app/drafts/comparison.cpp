// SPDX-License-Identifier: MulanPSL-2.0
#include "comparison.h"

#include "livefigures.h"

namespace nianbao {

namespace {
Amount absolute(Amount amount) { return amount.isNegative() ? Amount() - amount : amount; }
QString sign(Amount change) { return change.isNegative() ? QStringLiteral("−") : QStringLiteral("+"); }
} // namespace

std::optional<Amount> YearLine::change() const
{
    return before && now ? std::optional(*now - *before) : std::nullopt;
}

QString YearLine::changeWords() const
{
    const auto by = change();
    if (!by)
        return {};
    return by->isZero() ? QStringLiteral("持平") : sign(*by) + absolute(*by).toString();
}

QString YearLine::percentWords() const
{
    const auto by = change();
    if (!by || by->isZero() || before->isZero())
        return {};
    return QStringLiteral("%1%2%").arg(
        sign(*by), Amount::ratio(absolute(*by), absolute(*before), 100).toFixed(1));
}

QList<YearLine> compareYears(const Report &report, const TableId &wanted)
{
    QList<YearLine> lines;
    if (!report.prior())
        return lines;
    const Report &prior = *report.prior();
    for (const TableSpec &table : report.spec().tables) {
        if (!wanted.isEmpty() && table.id != wanted)
            continue;
        for (const CellId &cell : table.cells)
            lines.append({cell, table.name, report.spec().cell(cell)->label,
                prior.spec().cell(cell) ? prior.value(cell) : std::nullopt, report.value(cell)});
    }
    return lines;
}

std::optional<SubSection> priorSubSection(const Report &report, const SectionId &section, int index)
{
    const auto ours = report.subSections(section);
    if (!report.prior() || index < 0 || index >= ours.size())
        return std::nullopt;
    const auto theirs = report.prior()->subSections(section);
    if (!ours[index].heading.isEmpty()) {
        for (const SubSection &sub : theirs) {
            if (sub.heading == ours[index].heading)
                return sub;
        }
    }
    const bool samePlace
        = index < theirs.size() && (ours[index].heading.isEmpty() == theirs[index].heading.isEmpty());
    return samePlace ? std::optional(theirs[index]) : std::nullopt;
}

bool isTakenOver(const Report &report, const SectionId &section, int index)
{
    const auto theirs = priorSubSection(report, section, index);
    if (!theirs || theirs->text.trimmed().isEmpty())
        return false;
    return report.subSections(section).at(index).text.trimmed()
        == shownText(*report.prior(), theirs->text).text.trimmed();
}

} // namespace nianbao
