// SPDX-License-Identifier: MulanPSL-2.0
#include "commentactions.h"

#include "clock.h"
#include "reportplaces.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace nianbao::commentActions {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Comments)
};

QString time() { return now().toUTC().toString(Qt::ISODate); }

std::optional<Error> lacking(const QString &text, const QString &who)
{
    if (text.trimmed().isEmpty())
        return Error{ErrorCode::TextMissing, QStringLiteral("comment")};
    if (who.trimmed().isEmpty())
        return Error{ErrorCode::NameMissing, QStringLiteral("comment")};
    return std::nullopt;
}

Change by(const QString &who, const QString &description, const SetComment &step)
{
    Change change = Change::of(description, step);
    change.by = who;
    return change;
}

Result<Comment> commentOf(const Report &report, int id)
{
    const auto found = report.comments().constFind(id);
    if (found == report.comments().constEnd())
        return Error{ErrorCode::NoSuchComment, QString::number(id)};
    return *found;
}

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

Result<Change> add(const Report &report, const Place &place, const QString &text, const QString &who)
{
    if (!hasPlace(report, place))
        return Error{ErrorCode::NoSuchPlace, place.toString()};
    if (const auto lack = lacking(text, who))
        return *lack;
    return by(who, Words::tr("Comment"),
        {report.parts().comments.nextId(), Comment{place, text.trimmed(), who, time()}});
}

Result<Change> answer(const Report &report, int id, const QString &text, const QString &who)
{
    auto comment = commentOf(report, id);
    if (!comment)
        return comment.error();
    if (const auto lack = lacking(text, who))
        return *lack;
    comment->answers.append({text.trimmed(), who, time()});
    return by(who, Words::tr("Answer to a comment"), {id, *comment});
}

Result<Change> setResolved(const Report &report, int id, bool resolved, const QString &who)
{
    auto comment = commentOf(report, id);
    if (!comment)
        return comment.error();
    comment->resolved = resolved;
    return by(
        who, resolved ? Words::tr("Comment resolved") : Words::tr("Comment taken up again"), {id, *comment});
}

int countOpen(const Report &report)
{
    const auto &comments = report.comments();
    return int(std::count_if(
        comments.cbegin(), comments.cend(), [](const Comment &comment) { return !comment.resolved; }));
}

QList<int> inOrder(const Report &report)
{
    QList<int> ids = report.comments().keys();
    std::stable_sort(ids.begin(), ids.end(), [&report](int one, int other) {
        return rankOf(report, report.comments()[one].place) < rankOf(report, report.comments()[other].place);
    });
    return ids;
}

} // namespace nianbao::commentActions
