// SPDX-License-Identifier: MulanPSL-2.0
#include "commentactions.h"

#include "clock.h"
#include "reportplaces.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

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

bool waitsForAnswer(const Comment &comment, const QString &who)
{
    return !comment.resolved && comment.who != who
        && (comment.answers.isEmpty() || comment.answers.last().who == comment.who);
}

int countUnanswered(const Report &report, const QString &who)
{
    const auto &comments = report.comments();
    return int(std::count_if(comments.cbegin(), comments.cend(),
        [&](const Comment &comment) { return waitsForAnswer(comment, who); }));
}

} // namespace nianbao::commentActions
