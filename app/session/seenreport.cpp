// SPDX-License-Identifier: MulanPSL-2.0
#include "seenreport.h"

#include "bounds.h"
#include "commentactions.h"
#include "duedate.h"
#include "headline.h"
#include "recentreports.h"
#include "reviewwords.h"
#include "sample.h"
#include "session.h"
#include "settings.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SeenReport)
};

constexpr qsizetype kMostLine = 2000; // characters; a longer one is none of ours
constexpr int kMostCount = 1'000'000;

int countIn(const QJsonObject &object, const QString &key)
{
    return std::clamp(object.value(key).toInt(), 0, kMostCount);
}

QDate dayIn(const QJsonObject &object, const QString &key)
{
    return QDate::fromString(object.value(key).toString().left(10), Qt::ISODate);
}

} // namespace

SeenReport seen(const Session &session)
{
    const Report &report = session.report();
    const Review &review = report.review();
    const QString shortName = report.fact(fact::kShortName).trimmed();
    SeenReport seen;
    seen.body = seenLine(shortName.isEmpty() ? report.fact(fact::kName) : shortName);
    seen.name = seenLine(report.fact(fact::kName));
    seen.year = report.year();
    seen.state = review.state;
    seen.isStarted = !isNotStarted(report);
    seen.isSample = sample::isSample(report);
    seen.errors = count(session.findings(), Level::Error);
    seen.toExplain = count(session.findings(), Level::Explain);
    seen.comments = commentActions::countOpen(report);
    seen.toAnswer = commentActions::countUnanswered(report, settings::userName());
    seen.turn = seenLine(turnWords(review));
    seen.statutory = statutoryDate(report);
    if (review.published)
        seen.published = QDate::fromString(review.published->date, Qt::ISODate);
    return seen;
}

Result<SeenReport> seenIn(const QString &path)
{
    const auto session = Session::open(path, Session::Mode::Look);
    if (!session)
        return session.error();
    return seen(**session);
}

QDate dueDate(const SeenReport &seen)
{
    return seen.state == ReviewState::Published || seen.isSample ? QDate() : dueDate(seen.statutory);
}

QString nextStep(const SeenReport &seen)
{
    switch (seen.state) {
    case ReviewState::InReview:
        return seen.turn.isEmpty() ? Words::tr("It is being read. The content waits until it comes back.")
                                   : Words::tr("It is the turn of %1.").arg(seen.turn);
    case ReviewState::Returned: return Words::tr("Mend what was returned, then send it again.");
    case ReviewState::Approved:
        return isOfGovernment(seen.statutory) ? Words::tr("Approved: publish it, then say where.")
                                              : Words::tr("Approved: send it to the district office.");
    case ReviewState::Submitted:
        return isOfGovernment(seen.statutory)
            ? Words::tr("Handed over: publish it, then say where.")
            : Words::tr("Sent to the district office: publish it, then say where.");
    case ReviewState::Published:
        return seen.published.isValid()
            ? Words::tr("Published on %1.").arg(seen.published.toString(Qt::ISODate))
            : Words::tr("Published.");
    case ReviewState::Drafting: break;
    }
    if (!seen.isStarted)
        return Words::tr("Fill in tables and texts, in any order.");
    if (seen.errors > 0)
        return Words::tr("Errors to mend: %1.").arg(seen.errors);
    if (seen.toExplain > 0)
        return Words::tr("Points to explain: %1.").arg(seen.toExplain);
    if (seen.toAnswer > 0)
        return Words::tr("Comments to answer: %1.").arg(seen.toAnswer);
    return seen.comments > 0
        ? Words::tr("It can be sent for review; comments not resolved: %1.").arg(seen.comments)
        : Words::tr("Nothing is open: send it for review.");
}

QList<OpenPart> openParts(const SeenReport &seen)
{
    QList<OpenPart> parts;
    if (seen.isStarted && seen.errors > 0)
        parts.append({Words::tr("● errors %1").arg(seen.errors), Level::Error});
    if (seen.isStarted && seen.toExplain > 0)
        parts.append({Words::tr("◆ to explain %1").arg(seen.toExplain), Level::Explain});
    if (seen.comments > 0)
        parts.append({Words::tr("comments %1").arg(seen.comments), std::nullopt});
    return parts;
}

namespace {

QJsonObject objectOf(const SeenReport &seen)
{
    return {{QStringLiteral("body"), seen.body}, {QStringLiteral("name"), seen.name},
        {QStringLiteral("year"), seen.year}, {QStringLiteral("state"), toString(seen.state)},
        {QStringLiteral("started"), seen.isStarted}, {QStringLiteral("sample"), seen.isSample},
        {QStringLiteral("errors"), seen.errors}, {QStringLiteral("explain"), seen.toExplain},
        {QStringLiteral("comments"), seen.comments}, {QStringLiteral("answer"), seen.toAnswer},
        {QStringLiteral("turn"), seen.turn},
        {QStringLiteral("statutory"), seen.statutory.toString(Qt::ISODate)},
        {QStringLiteral("published"), seen.published.toString(Qt::ISODate)}};
}

/// An older version kept less of it: what it did not count is not 0.
bool isWhole(const QJsonObject &object)
{
    static const QStringList keys = objectOf({}).keys();
    return std::all_of(keys.cbegin(), keys.cend(), [&](const QString &key) { return object.contains(key); });
}

} // namespace

QString toLine(const SeenReport &seen)
{
    return QString::fromUtf8(QJsonDocument(objectOf(seen)).toJson(QJsonDocument::Compact));
}

std::optional<SeenReport> seenFromLine(const QString &line)
{
    if (line.isEmpty() || line.size() > kMostLine)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
    const auto state = reviewStateFromString(object.value(QStringLiteral("state")).toString());
    const int year = object.value(QStringLiteral("year")).toInt();
    if (!state || !isWhole(object) || year < bounds::kFirstYear || year > bounds::kLastYear)
        return std::nullopt;
    SeenReport seen;
    seen.body = seenLine(object.value(QStringLiteral("body")).toString());
    seen.name = seenLine(object.value(QStringLiteral("name")).toString());
    seen.year = year;
    seen.state = *state;
    seen.isStarted = object.value(QStringLiteral("started")).toBool();
    seen.isSample = object.value(QStringLiteral("sample")).toBool();
    seen.errors = countIn(object, QStringLiteral("errors"));
    seen.toExplain = countIn(object, QStringLiteral("explain"));
    seen.comments = countIn(object, QStringLiteral("comments"));
    seen.toAnswer = countIn(object, QStringLiteral("answer"));
    seen.turn = seenLine(object.value(QStringLiteral("turn")).toString());
    seen.statutory = dayIn(object, QStringLiteral("statutory"));
    seen.published = dayIn(object, QStringLiteral("published"));
    return seen;
}

} // namespace nianbao
