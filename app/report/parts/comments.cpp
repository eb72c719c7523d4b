// SPDX-License-Identifier: MulanPSL-2.0
#include "comments.h"

#include "jsonparts.h"
#include "kept.h"
#include "reportplaces.h"
#include "taking.h"
#include "textcleaner.h"

namespace nianbao {

namespace {

QString whereOf(int id) { return QStringLiteral("comments/%1").arg(id); }

void checkBounds(const Comment &comment, const Comment &before, const QString &where, Taking &taking)
{
    const auto checkWords = [&](const QString &words, const QString &old) {
        taking.checkSize(words.size(), bounds::kReviewWords, old.size(), where);
    };
    const auto checkLine
        = [&](const QString &line) { taking.checkSize(line.size(), bounds::kLine, 0, where); };
    checkWords(comment.text, before.text);
    checkLine(comment.who);
    checkLine(comment.at);
    taking.checkNumber(comment.answers.size(), bounds::kAnswers, before.answers.size(), where);
    for (qsizetype i = 0; i < comment.answers.size(); ++i) {
        checkWords(comment.answers[i].text, before.answers.value(i).text);
        checkLine(comment.answers[i].who);
        checkLine(comment.answers[i].at);
    }
}

/// A range that a file states may reach beyond the words that are there, or cut a character in two.
Place fitted(const Place &place, const Report &report)
{
    if (!place.hasRange())
        return place;
    const auto text = textAt(report, place.whole());
    const bool fits = text && place.start() <= text->size() && place.length() <= text->size() - place.start();
    if (!fits)
        return place.whole();
    const auto isCut
        = [&text](qsizetype at) { return at > 0 && at < text->size() && text->at(at).isLowSurrogate(); };
    const qsizetype start = place.start() - (isCut(place.start()) ? 1 : 0);
    const qsizetype end = place.start() + place.length();
    return place.withRange(start, end + (isCut(end) ? 1 : 0) - start);
}

} // namespace

int Comments::nextId() const
{
    int next = m_comments.isEmpty() ? 1 : m_comments.lastKey() + 1;
    if (next <= bounds::kLastComment)
        return next;
    for (next = 1; m_comments.contains(next);)
        ++next;
    return next;
}

void Comments::take(const SetComment &step, Taking &taking)
{
    auto comment = step.comment;
    if (comment) {
        const Comment before = m_comments.value(step.id);
        const QString where = whereOf(step.id);
        comment->place = fitted(comment->place, taking.report);
        if (!taking.restores) {
            checkBounds(*comment, before, where, taking);
            taking.checkNumber(m_comments.size() + (m_comments.contains(step.id) ? 0 : 1), bounds::kComments,
                m_comments.size(), QStringLiteral("comments"));
            if (step.id < 1 || step.id > bounds::kLastComment || !hasPlace(taking.report, comment->place))
                taking.refuse({ErrorCode::NoSuchPlace, comment->place.toString().left(bounds::kLine)});
        }
    }
    if (taking.put<SetComment>(m_comments, step.id, comment))
        taking.delta.comments = true;
}

void Comments::take(const MoveComment &step, Taking &taking)
{
    const auto comment = m_comments.find(step.id);
    if (comment == m_comments.end())
        return taking.refuse({ErrorCode::NoSuchComment, QString::number(step.id)});
    const Place place = fitted(step.place, taking.report);
    if (!taking.restores && !hasPlace(taking.report, place))
        return taking.refuse({ErrorCode::NoSuchPlace, place.toString().left(bounds::kLine)});
    if (comment->place == place && comment->isGone == step.isGone)
        return;
    taking.undoWith(MoveComment{step.id, comment->place, comment->isGone});
    taking.delta.comments = true;
    comment->place = place;
    comment->isGone = step.isGone;
}

void Comments::follow(const std::function<std::optional<Place>(const Place &)> &moved, Taking &taking)
{
    for (auto it = m_comments.begin(); it != m_comments.end(); ++it) {
        const Place &place = it->place;
        const auto there = moved(place);
        if (there == place)
            continue;
        taking.undoWith(MoveComment{it.key(), place, it->isGone});
        taking.delta.comments = true;
        if (there) {
            it->place = *there;
            continue;
        }
        const auto text = place.hasRange() ? moved(place.whole()) : std::nullopt;
        it->isGone = true;
        it->place = text ? *text : sectionOf(taking.report, place);
    }
}

void Comments::addTexts(Change &change) const
{
    for (const auto &[id, comment] : m_comments.asKeyValueRange())
        change.steps.append(SetComment{id, comment});
}

void Comments::read(JsonIn &in, const Report &report)
{
    int next = 1;
    QSet<int> ids;
    for (const auto &item : in.root["comments"].items()) {
        Comment comment{placeIn(report, item["place"].string()).value_or(Place()), item["text"].stringOr({}),
            item["who"].stringOr({}), item["at"].verbatim(), item["resolved"].booleanOr(false),
            item["place_is_gone"].booleanOr(false), {}};
        for (const auto &answer : item["answers"].items())
            comment.answers.append(
                {answer["text"].stringOr({}), answer["who"].stringOr({}), answer["at"].verbatim()});
        const int id = item["id"].integerOr(next);
        if (id < 1 || id > bounds::kLastComment)
            item["id"].fail(JsonWords::tr("comments are counted from 1"));
        if (ids.contains(id))
            item["id"].fail(JsonWords::tr("another comment has this number"));
        ids.insert(id);
        next = std::min(std::max(next, id) + 1, bounds::kLastComment);
        if (!in.isOwn && !hasPlace(report, comment.place))
            item["place"].fail(JsonWords::tr("the report has no such place"));
        if (!in.isOwn && comment.text.trimmed().isEmpty())
            item["text"].fail(JsonWords::tr("a comment says something"));
        in.noticeUnknown(item,
            {QStringLiteral("id"), QStringLiteral("place"), QStringLiteral("text"), QStringLiteral("who"),
                QStringLiteral("at"), QStringLiteral("resolved"), QStringLiteral("place_is_gone"),
                QStringLiteral("answers")});
        in.change.steps.append(SetComment{id, comment});
    }
}

void Comments::write(JsonOut &out, const Report &report) const
{
    QJsonArray comments;
    for (const auto &[id, comment] : m_comments.asKeyValueRange()) {
        QJsonArray answers;
        for (const Answer &answer : comment.answers)
            answers.append(QJsonObject{{QStringLiteral("text"), answer.text},
                {QStringLiteral("who"), answer.who}, {QStringLiteral("at"), answer.at}});
        QJsonObject json{{QStringLiteral("id"), id},
            {QStringLiteral("place"), placeWords(report, comment.place)},
            {QStringLiteral("text"), comment.text}, {QStringLiteral("who"), comment.who},
            {QStringLiteral("at"), comment.at}, {QStringLiteral("resolved"), comment.resolved},
            {QStringLiteral("answers"), answers}};
        if (comment.isGone)
            json.insert(QStringLiteral("place_is_gone"), true);
        comments.append(json);
    }
    if (!comments.isEmpty())
        out.root.insert(QStringLiteral("comments"), comments);
}

void clean(SetComment &step, TextCleaner &cleaner)
{
    if (!step.comment)
        return;
    const QString path = QStringLiteral("comments[%1]").arg(step.id);
    cleaner.take(step.comment->text, Lines::Many, path + QStringLiteral(".text"));
    cleaner.take(step.comment->who, Lines::One, path + QStringLiteral(".who"));
    for (Answer &answer : step.comment->answers) {
        cleaner.take(answer.text, Lines::Many, path + QStringLiteral(".answers.text"));
        cleaner.take(answer.who, Lines::One, path + QStringLiteral(".answers.who"));
    }
}

namespace {

void putPlace(QJsonObject &kept, const Place &place)
{
    kept.insert(QStringLiteral("place"), place.toString());
    if (!place.hasRange())
        return;
    kept.insert(QStringLiteral("start"), place.start());
    kept.insert(QStringLiteral("length"), place.length());
}

Place placeIn(KeptIn &in)
{
    const auto place = Place::parse(in.text("place"));
    in.isSound = in.isSound && place;
    const Place whole = place.value_or(Place::report());
    return in.has("start") ? whole.withRange(in.number("start"), in.number("length")) : whole;
}

} // namespace

QJsonObject toKept(const SetComment &step, KeptOut &)
{
    QJsonObject kept{{QStringLiteral("id"), step.id}};
    if (!step.comment)
        return kept;
    const Comment &comment = *step.comment;
    QJsonArray answers;
    for (const Answer &answer : comment.answers)
        answers.append(QJsonObject{{QStringLiteral("text"), answer.text}, {QStringLiteral("who"), answer.who},
            {QStringLiteral("when"), answer.at}});
    putPlace(kept, comment.place);
    kept.insert(QStringLiteral("text"), comment.text);
    kept.insert(QStringLiteral("who"), comment.who);
    kept.insert(QStringLiteral("when"), comment.at);
    kept.insert(QStringLiteral("resolved"), comment.resolved);
    kept.insert(QStringLiteral("gone"), comment.isGone);
    kept.insert(QStringLiteral("answers"), answers);
    return kept;
}

void fromKept(SetComment &step, KeptIn &in)
{
    step.id = in.number("id");
    if (!in.has("text"))
        return;
    Comment comment{placeIn(in), in.text("text"), in.text("who"), in.text("when"),
        in.json.value(u"resolved").toBool(), in.json.value(u"gone").toBool(), {}};
    for (const QJsonValue &item : in.list("answers")) {
        KeptIn answer = in.within(item);
        comment.answers.append({answer.text("text"), answer.text("who"), answer.text("when")});
        in.isSound = in.isSound && answer.isSound;
    }
    step.comment = comment;
}

void clean(MoveComment &, TextCleaner &) { }

QJsonObject toKept(const MoveComment &step, KeptOut &)
{
    QJsonObject kept{{QStringLiteral("id"), step.id}};
    putPlace(kept, step.place);
    kept.insert(QStringLiteral("gone"), step.isGone);
    return kept;
}

void fromKept(MoveComment &step, KeptIn &in)
{
    step.id = in.number("id");
    step.place = placeIn(in);
    step.isGone = in.json.value(u"gone").toBool();
}

} // namespace nianbao
