// SPDX-License-Identifier: MulanPSL-2.0
#include "reviewrows.h"

#include "bounds.h"
#include "database.h"
#include "reportplaces.h"
#include "reviewmoves.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nianbao {

namespace {

/// SQLite takes a null QString for NULL; an empty text is meant.
QString text(const QString &value) { return value.isNull() ? QStringLiteral("") : value; }

Error damaged(const QString &path, const QString &what)
{
    return {ErrorCode::Damaged, path, shownDetail(what)};
}

/// Rows one after another, until one fails.
class Writer {
public:
    explicit Writer(Database &db) : m_db(db) { }
    Writer &run(const QString &statement, const QVariantList &values = {})
    {
        if (m_done)
            m_done = m_db.run(statement, values);
        return *this;
    }
    const Result<> &done() const { return m_done; }

private:
    Database &m_db;
    Result<> m_done{};
};

QString asJson(const QStringList &names)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact));
}

QStringList fromJson(const QString &json)
{
    QStringList names;
    for (const QJsonValue &name : QJsonDocument::fromJson(json.toUtf8()).array())
        names.append(name.toString());
    return names;
}

} // namespace

Result<> writeReview(Database &db, const Report &report)
{
    const Review &review = report.review();
    Writer writer(db);
    writer.run(QStringLiteral("INSERT OR REPLACE INTO review VALUES (1, ?, ?, ?, ?)"),
        {toString(review.state), review.revision, review.step, text(review.correction)});
    for (const char *table :
        {"review_event", "chain_step", "seal", "paper_approval", "hand_over", "publication"})
        writer.run(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
    int position = 0;
    for (const ReviewEvent &event : review.events)
        writer.run(QStringLiteral("INSERT INTO review_event VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {++position, text(event.at), text(event.who), toString(event.action), text(event.words),
                event.step, text(event.role)});
    position = 0;
    for (const ChainStep &step : review.chain)
        writer.run(QStringLiteral("INSERT INTO chain_step VALUES (?, ?, ?)"),
            {position++, text(step.role), text(step.name)});
    if (const auto &seal = review.seal)
        writer.run(QStringLiteral("INSERT INTO seal VALUES (1, ?, ?, ?, ?, ?)"),
            {text(seal->digest), text(seal->by), text(seal->at), seal->key, seal->signature});
    if (const auto &paper = review.paper)
        writer.run(QStringLiteral("INSERT INTO paper_approval VALUES (1, ?, ?, ?)"),
            {text(paper->signedBy), text(paper->date), text(paper->digest)});
    position = 0;
    for (const HandOver &handOver : review.handedOver)
        writer.run(QStringLiteral("INSERT INTO hand_over VALUES (?, ?, ?, ?, ?)"),
            {position++, text(handOver.at), text(handOver.to), text(handOver.digest),
                asJson(handOver.files)});
    if (const auto &published = review.published)
        writer.run(QStringLiteral("INSERT INTO publication VALUES (1, ?, ?)"),
            {text(published->date), text(published->address)});
    return writer.done();
}

Result<> writeComments(Database &db, const Report &report)
{
    Writer writer(db);
    writer.run(QStringLiteral("DELETE FROM answer")).run(QStringLiteral("DELETE FROM comment"));
    for (const auto &[id, comment] : report.comments().asKeyValueRange()) {
        writer.run(QStringLiteral("INSERT INTO comment VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {id, placeWords(report, comment.place), text(comment.text), text(comment.who), text(comment.at),
                comment.resolved ? 1 : 0, comment.isGone ? 1 : 0});
        int position = 0;
        for (const Answer &answer : comment.answers)
            writer.run(QStringLiteral("INSERT INTO answer VALUES (?, ?, ?, ?, ?)"),
                {id, position++, text(answer.text), text(answer.who), text(answer.at)});
    }
    return writer.done();
}

Result<> recountPlaces(Database &db, const Report &report)
{
    Writer writer(db);
    for (const auto &[id, comment] : report.comments().asKeyValueRange()) {
        if (!comment.place.hasRange())
            continue;
        const QString words = placeWords(report, comment.place);
        writer.run(
            QStringLiteral("UPDATE comment SET place = ? WHERE id = ? AND place <> ?"), {words, id, words});
    }
    return writer.done();
}

namespace {

Result<> readMoves(Database &db, const QString &path, Review &review)
{
    const auto events
        = db.rows(QStringLiteral("SELECT action, who, at, reason, step, role FROM review_event ORDER BY id"));
    if (!events)
        return events.error();
    for (const auto &row : *events) {
        const auto action = reviewActionFromString(row[0].toString());
        if (!action)
            return damaged(path, QStringLiteral("review_event"));
        review.events.append({*action, row[1].toString(), row[2].toString(), row[3].toString(),
            row[4].toInt(), row[5].toString()});
    }
    const auto chain = db.rows(QStringLiteral("SELECT role, name FROM chain_step ORDER BY position"));
    if (!chain)
        return chain.error();
    for (const auto &row : *chain)
        review.chain.append({row[0].toString(), row[1].toString()});
    return {};
}

Result<> readApproval(Database &db, Review &review)
{
    const auto seal = db.rows(QStringLiteral("SELECT digest, signer, at, public_key, signature FROM seal"));
    if (!seal)
        return seal.error();
    for (const auto &row : *seal)
        review.seal = Seal{row[0].toString(), row[1].toString(), row[2].toString(), row[3].toByteArray(),
            row[4].toByteArray()};
    const auto paper = db.rows(QStringLiteral("SELECT signed_by, date, digest FROM paper_approval"));
    if (!paper)
        return paper.error();
    for (const auto &row : *paper)
        review.paper = PaperApproval{row[0].toString(), row[1].toString(), row[2].toString()};
    return {};
}

Result<> readHandOver(Database &db, Review &review)
{
    const auto handedOver
        = db.rows(QStringLiteral("SELECT at, recipient, digest, files FROM hand_over ORDER BY position"));
    if (!handedOver)
        return handedOver.error();
    for (const auto &row : *handedOver)
        review.handedOver.append(
            {row[0].toString(), row[1].toString(), row[2].toString(), fromJson(row[3].toString())});
    const auto published = db.rows(QStringLiteral("SELECT date, address FROM publication"));
    if (!published)
        return published.error();
    for (const auto &row : *published)
        review.published = Publication{row[0].toString(), row[1].toString()};
    return {};
}

} // namespace

Result<> readReview(Database &db, const QString &path, Change &change)
{
    const auto rows = db.rows(QStringLiteral("SELECT state, revision, step, correction FROM review"));
    if (!rows)
        return rows.error();
    const auto state = rows->isEmpty() ? std::nullopt : reviewStateFromString(rows->first()[0].toString());
    if (!state)
        return damaged(path, QStringLiteral("review"));
    const qint64 revision = rows->first()[1].toLongLong();
    const qint64 step = rows->first()[2].toLongLong();
    if (revision < 1 || revision > bounds::kRevision || step < 0 || step > bounds::kChainSteps)
        return damaged(path, QStringLiteral("review"));
    Review review{*state, int(revision), int(step)};
    review.correction = rows->first()[3].toString();
    auto done = readMoves(db, path, review);
    if (done)
        done = readApproval(db, review);
    if (done)
        done = readHandOver(db, review);
    if (done && isApproved(review.state) != (review.seal || review.paper)) // by no move of the review
        done = damaged(path, QStringLiteral("review"));
    change.steps.append(SetReview{review});
    return done;
}

Result<> readComments(Database &db, const QString &path, const Report &report, Change &change)
{
    const auto rows = db.rows(
        QStringLiteral("SELECT id, place, text, who, at, is_resolved, is_gone FROM comment ORDER BY id"));
    if (!rows)
        return rows.error();
    const auto answers
        = db.rows(QStringLiteral("SELECT comment, text, who, at FROM answer ORDER BY comment, position"));
    if (!answers)
        return answers.error();
    if (rows->size() > bounds::kComments)
        return damaged(path, QStringLiteral("comment"));
    QMap<int, Comment> comments;
    for (const auto &row : *rows) {
        const qint64 id = row[0].toLongLong();
        const auto place = placeIn(report, row[1].toString());
        if (id < 1 || id > bounds::kLastComment || !place)
            return damaged(path, QStringLiteral("comment"));
        comments.insert(int(id),
            {*place, row[2].toString(), row[3].toString(), row[4].toString(), row[5].toInt() == 1,
                row[6].toInt() == 1, {}});
    }
    for (const auto &row : *answers) {
        const auto comment = comments.find(row[0].toInt());
        if (comment == comments.end())
            return damaged(path, QStringLiteral("answer"));
        comment->answers.append({row[1].toString(), row[2].toString(), row[3].toString()});
    }
    for (const auto &[id, comment] : comments.asKeyValueRange())
        change.steps.append(SetComment{id, comment});
    return {};
}

Result<> keepBytes(Database &db, const KeptBytes &large)
{
    for (const auto &[key, bytes] : large.asKeyValueRange()) {
        const auto shown = db.rows(QStringLiteral("SELECT 1 FROM picture WHERE key = ?"), {key});
        if (!shown)
            return shown.error();
        const auto done = shown->isEmpty()
            ? db.run(QStringLiteral("INSERT OR IGNORE INTO past VALUES (?, ?)"), {key, bytes})
            : Result<>();
        if (!done)
            return done;
    }
    return {};
}

Result<int> countMoves(Database &db)
{
    const auto count = db.value(QStringLiteral("SELECT count(*) FROM review_event"));
    return count ? Result<int>(count->toInt()) : Result<int>(count.error());
}

Result<> keepPicture(Database &db, const Report &report)
{
    KeptBytes large;
    const auto picture = keptPicture(report, large);
    if (!picture)
        return picture.error();
    const ReviewEvent &move = report.review().events.last();
    const auto done = db.run(QStringLiteral("INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?)"),
        {report.review().events.size(), toString(move.action), text(move.at), QString::fromUtf8(*picture)});
    return done ? keepBytes(db, large) : done;
}

namespace {

/// Empty: cleared, or never kept.
Result<QString> jsonOf(Database &db, int move)
{
    const auto rows = db.rows(QStringLiteral("SELECT report_json FROM snapshot WHERE id = ?"), {move});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? QString() : rows->first()[0].toString();
}

/// Of what pictures of moves name by hash, wherever the file keeps it.
Result<KeptBytes> namedBytes(Database &db)
{
    const Database::Budget budget(
        db, {db.limits().steps, bounds::kReportFileBytes, bounds::kReportFileBytes});
    KeptBytes bytes;
    for (const char *table : {"past", "picture"}) {
        const auto rows
            = db.rows(QStringLiteral("SELECT key, bytes FROM %1 WHERE EXISTS (SELECT 1 FROM snapshot WHERE "
                                     "instr(report_json, key) > 0)")
                          .arg(QLatin1String(table)));
        if (!rows)
            return rows.error();
        for (const auto &row : *rows)
            bytes.insert(row[0].toString(), row[1].toByteArray());
    }
    return bytes;
}

} // namespace

Result<std::optional<Report>> pictureAt(Database &db, int move, const QString &path)
{
    const Database::Budget budget(db, {db.limits().steps, bounds::kJsonBytes, bounds::kJsonBytes});
    const auto json = jsonOf(db, move);
    if (!json)
        return json.error();
    if (json->isEmpty())
        return std::optional<Report>();
    const auto bytes = namedBytes(db);
    if (!bytes)
        return bytes.error();
    const auto report
        = fromKeptPicture(json->toUtf8(), [&bytes](const QString &key) { return bytes->value(key); });
    return report ? Result<std::optional<Report>>(*report)
                  : Result<std::optional<Report>>(damaged(path, QStringLiteral("snapshot %1").arg(move)));
}

Result<> copySealedPicture(Database &from, Database &into, const Review &review)
{
    const Database::Budget budget(from, {from.limits().steps, bounds::kJsonBytes, bounds::kJsonBytes});
    const auto rows
        = from.rows(QStringLiteral("SELECT id, label, at, report_json FROM snapshot WHERE id = ?"),
            {lastApproval(review)});
    if (!rows)
        return rows.error();
    for (const auto &row : *rows) {
        const auto done = into.run(QStringLiteral("INSERT INTO snapshot VALUES (?, ?, ?, ?)"), row);
        if (!done)
            return done;
        const QString json = row[3].toString();
        const auto named = namedBytes(from);
        if (!named)
            return named.error();
        KeptBytes large;
        for (const auto &[key, bytes] : named->asKeyValueRange()) {
            if (json.contains(key))
                large.insert(key, bytes);
        }
        if (const auto kept = keepBytes(into, large); !kept)
            return kept;
    }
    return {};
}

Result<int> clearPictures(Database &db, const Report &present, const QString &sentence, bool any)
{
    KeptBytes large;
    const auto now = keptPicture(present, large);
    if (!now)
        return now.error();
    const auto plain = fromKeptPicture(*now, [&large](const QString &key) { return large.value(key); });
    const auto ids = db.rows(QStringLiteral("SELECT id FROM snapshot WHERE report_json <> ''"));
    if (!plain || !ids)
        return plain ? ids.error() : plain.error();
    const QByteArray words = QJsonDocument(QJsonArray{sentence}).toJson(QJsonDocument::Compact);
    const QString spelled = QString::fromUtf8(words.mid(2, words.size() - 4));
    int cleared = 0;
    for (const auto &row : *ids) {
        const int move = row[0].toInt();
        const auto json = jsonOf(db, move);
        if (!json)
            return json.error();
        const bool holdsIt = !sentence.isEmpty() && json->contains(spelled);
        bool showsMore = false;
        if (any && !holdsIt) {
            const auto picture = pictureAt(db, move, {});
            Report report = picture && *picture ? **picture : present;
            std::ignore = report.apply({{}, {SetReview{plain->review()}}, {}, true});
            showsMore = !picture || !(report == *plain);
        }
        if (!holdsIt && !showsMore)
            continue;
        const auto done = db.run(QStringLiteral("UPDATE snapshot SET report_json = '' WHERE id = ?"), {move});
        if (!done)
            return done.error();
        ++cleared;
    }
    return cleared;
}

} // namespace nianbao
