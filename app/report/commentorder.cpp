// SPDX-License-Identifier: MulanPSL-2.0
#include "commentorder.h"

#include "reportplaces.h"

#include <algorithm>
#include <tuple>

namespace nianbao {

namespace {

/// Where a place stands in the document: facts at the head, then section by section, the whole report last.
using Rank = std::tuple<int, int, int, qsizetype>;

Rank rankOf(const Report &report, const Place &place)
{
    const auto &sections = report.spec().sections;
    const int last = int(sections.size()) + 2;
    const auto ofSection = [&](const SectionId &id) {
        const auto found = std::find_if(
            sections.begin(), sections.end(), [&](const SectionSpec &s) { return s.id == id; });
        return found == sections.end() ? 0 : 1 + int(found - sections.begin());
    };
    const Place entry = entryOf(report, place);
    switch (place.owner().kind()) {
    case Place::Kind::Nowhere:
    case Place::Kind::Report: return {last, 0, 0, 0};
    case Place::Kind::Channels:
    case Place::Kind::Channel: return {last - 1, place.index(), place.categoryIndex(), 0};
    case Place::Kind::Cell: {
        const TableSpec *table = report.spec().table(place.cellId().table());
        const auto index = table ? table->cells.indexOf(place.cellId()) : 0;
        return {ofSection(entry.sectionId()), int(index), place.kind() == Place::Kind::Note, 0};
    }
    default: break;
    }
    if (entry.kind() == Place::Kind::Fact || entry == Place::organisation())
        return {0, int(fact::allKeys().indexOf(place.factKey())), 0, place.start()};
    return {
        ofSection(entry.sectionId()), entry.index(), place.kind() == Place::Kind::SubSection, place.start()};
}

} // namespace

QList<int> commentsInOrder(const Report &report)
{
    QList<int> ids = report.comments().keys();
    std::stable_sort(ids.begin(), ids.end(), [&report](int one, int other) {
        return rankOf(report, report.comments()[one].place) < rankOf(report, report.comments()[other].place);
    });
    return ids;
}

QList<int> openComments(const Report &report)
{
    QList<int> ids = commentsInOrder(report);
    ids.removeIf([&report](int id) { return report.comments()[id].resolved; });
    return ids;
}

} // namespace nianbao
