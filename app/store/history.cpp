// SPDX-License-Identifier: MulanPSL-2.0
#include "history.h"

#include "bounds.h"
#include "database.h"
#include "placenames.h"
#include "reportplaces.h"
#include "reviewrows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace nianbao {

namespace {

// Twice as much could not be opened again; what one edit brings has room between the two.
constexpr qint64 kMostFileBytes = bounds::kReportFileBytes / 2;
constexpr qint64 kMostTextBytes = 2 * bounds::kReportFileBytes; // in memory, two bytes a character

// Work of going back, in characters that are copied and compared. A year of a large report is a hundredth.
constexpr qint64 kMostWork = 4'000'000'000;
constexpr qint64 kWorkOfAStep = 20'000;
constexpr qint64 kWorkOfAByte = 20; // of last year's report, which is read anew

/// SQLite takes a null QString for NULL; an empty text is meant.
QString text(const QString &value) { return value.isNull() ? QStringLiteral("") : value; }

/// Steps that change nothing are left out: of a typing run that led back to its beginning none is left.
Result<QString> kept(const Change &back, Report report, KeptBytes &large)
{
    QJsonArray steps;
    for (const Step &step : back.steps) {
        const auto json = toKept(step, report, large);
        if (!json)
            return json.error();
        Change one = Change::of({}, step);
        one.restores = true;
        const auto done = report.apply(one);
        if (!done)
            return done.error();
        if (!done->isEmpty())
            steps.append(*json);
    }
    return steps.isEmpty() ? QString()
                           : QString::fromUtf8(QJsonDocument(steps).toJson(QJsonDocument::Compact));
}

Result<qint64> usedBytes(Database &db)
{
    qint64 pages = 0;
    for (const auto &[pragma, sign] : {std::pair("page_count", 1), std::pair("freelist_count", -1)}) {
        const auto count = db.value(QStringLiteral("PRAGMA %1").arg(QLatin1String(pragma)));
        if (!count)
            return count.error();
        pages += sign * count->toLongLong();
    }
    const auto size = db.value(QStringLiteral("PRAGMA page_size"));
    return size ? Result<qint64>(pages * size->toLongLong()) : Result<qint64>(size.error());
}

} // namespace

Result<> History::record(Database &db, const Report &now, const Deed &deed)
{
    KeptBytes large;
    const auto undo = kept(deed.back, now, large);
    if (!undo)
        return undo.error();
    auto done = keepBytes(db, large);
    const QString at = deed.when.toString(Qt::ISODateWithMs);
    if (done && deed.goesOn)
        done = undo->isEmpty()
            ? db.run(QStringLiteral("DELETE FROM history WHERE id = (SELECT max(id) FROM history)"))
            : db.run(
                QStringLiteral("UPDATE history SET at = ?, what = ?, undo = ? WHERE id = (SELECT max(id) "
                               "FROM history)"),
                {at, text(deed.what), *undo});
    else if (done)
        done = db.run(
            QStringLiteral("INSERT INTO history VALUES (1 + max(ifnull((SELECT max(id) FROM history), "
                           "0), ifnull((SELECT max(id) FROM audit), 0)), ?, ?, ?, ?)"),
            {at, text(deed.who), text(deed.what), undo->isEmpty() ? QStringLiteral("[]") : *undo});
    return done ? letGo(db, kMostFileBytes) : done;
}

Result<> History::letGo(Database &db, qint64 mostBytes)
{
    for (;;) {
        const auto used = usedBytes(db);
        if (!used)
            return used.error();
        if (*used <= mostBytes)
            return {};
        const auto half = db.value(QStringLiteral("SELECT id FROM history WHERE undo IS NOT NULL ORDER BY id "
                                                  "LIMIT 1 OFFSET (SELECT count(*) / 2 FROM "
                                                  "history WHERE undo IS NOT NULL)"));
        if (!half)
            return half.error();
        if (half->isNull())
            return {};
        auto done = db.run(
            QStringLiteral("UPDATE history SET undo = NULL WHERE undo IS NOT NULL AND id <= ?"), {*half});
        if (done)
            done = dropUnused(db);
        if (!done)
            return done;
    }
}

Result<> History::dropUnused(Database &db)
{
    constexpr qint64 kEnough
        = std::numeric_limits<qint64>::max() / 2; // our own rows, all of them for each key
    const Database::Budget budget(db, {kEnough, db.limits().bytes, db.limits().value});
    return db.run(QStringLiteral(
        "DELETE FROM past WHERE NOT EXISTS (SELECT 1 FROM history WHERE instr(undo, past.key) > 0) "
        "AND NOT EXISTS (SELECT 1 FROM snapshot WHERE instr(report_json, past.key) > 0)"));
}

Result<> History::copy(Database &from, Database &into)
{
    const Database::Budget budget(from, {from.limits().steps, kMostTextBytes, bounds::kReportFileBytes});
    for (const char *table : {"audit", "history", "past", "snapshot"}) {
        const auto rows = from.rows(QStringLiteral("SELECT * FROM %1").arg(QLatin1String(table)));
        if (!rows)
            return rows.error();
        for (const QVariantList &row : *rows) {
            const QString places = QStringList(row.size(), QStringLiteral("?")).join(QStringLiteral(", "));
            const auto done = into.run(
                QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(QLatin1String(table), places), row);
            if (!done)
                return done;
        }
    }
    return {};
}

Result<History> History::read(Database &db, const Report &present, const QString &path)
{
    const Database::Budget budget(db, {db.limits().steps, kMostTextBytes, bounds::kReportFileBytes});
    History history(present, path);
    const auto old = db.rows(QStringLiteral("SELECT id, at, who, text, change_json FROM audit ORDER BY id"));
    if (!old)
        return old.error();
    for (const auto &row : *old)
        history.m_rows.append({row[0].toLongLong(), row[1].toString(), row[2].toString(), row[3].toString(),
            std::nullopt, row[4].toString()});
    const auto rows = db.rows(QStringLiteral("SELECT id, at, who, what, undo FROM history ORDER BY id"));
    if (!rows)
        return rows.error();
    for (const auto &row : *rows)
        history.m_rows.append({row[0].toLongLong(), row[1].toString(), row[2].toString(), row[3].toString(),
            row[4].isNull() ? std::nullopt : std::optional(row[4].toString())});
    const auto past = db.rows(QStringLiteral("SELECT key, bytes FROM past"));
    if (!past)
        return past.error();
    for (const auto &row : *past)
        history.m_past.insert(row[0].toString(), row[1].toByteArray());
    for (const Illustration &illustration : present.illustrations()) {
        if (!illustration.picture.isEmpty())
            history.m_past.insert(keyOf(illustration.picture), illustration.picture);
    }
    return history;
}

Result<> History::goBack(Report &report, const Row &row, qint64 &work, const Visit &visit) const
{
    const Error damaged{ErrorCode::Damaged, m_path, QStringLiteral("history %1").arg(row.id)};
    if (!row.undo)
        return Error{ErrorCode::NotKept, m_path, QString::number(row.id)};
    const auto document = QJsonDocument::fromJson(row.undo->toUtf8());
    if (!document.isArray())
        return damaged;
    const BytesOf bytesOf = [&](const QString &key) {
        const QByteArray bytes = m_past.value(key);
        work += kWorkOfAByte * bytes.size();
        return bytes;
    };
    for (const QJsonValue &json : document.array()) {
        const auto step = fromKept(json.toObject(), report, bytesOf);
        work += kWorkOfAStep + report.textSize();
        if (!step)
            return damaged;
        if (work > kMostWork)
            return Error{ErrorCode::TooCostly, m_path};
        Change change = Change::of({}, *step);
        change.restores = true;
        const Report after = report;
        if (!report.apply(change))
            return damaged;
        if (visit)
            visit(*step, json.toObject(), report, after);
    }
    return {};
}

namespace {

/// What the steps of an earlier version's row put where; what stood there before it does not say.
QList<ChangedValue> toldByAudit(const QString &audit)
{
    QList<ChangedValue> values;
    for (const QJsonValue &item : QJsonDocument::fromJson(audit.toUtf8()).array()) {
        const QJsonObject named = item.toObject();
        const QString name = named.isEmpty() ? QString() : named.begin().key();
        const QJsonObject step = named.isEmpty() ? QJsonObject() : named.begin().value().toObject();
        const auto stored = [&step](const char *key) {
            const QJsonValue value = step.value(QLatin1String(key));
            return value.isString() ? std::optional(value.toString()) : std::nullopt;
        };
        const SectionId section(step.value(u"section").toString());
        const int index = std::max(0, step.value(u"index").toInt());
        const CellId cell(step.value(u"cell").toString());
        if (name == u"set_cell")
            values.append({Place::cell(cell), std::nullopt, stored("value")});
        else if (name == u"set_declared")
            values.append({Place::cell(cell), std::nullopt, stored("declared")});
        else if (name == u"set_note")
            values.append({Place::note(cell), std::nullopt, stored("note")});
        else if (name == u"set_fact")
            values.append({Place::fact(step.value(u"key").toString()), std::nullopt, stored("value")});
        else if (name == u"set_heading")
            values.append({Place::heading(section, index), std::nullopt, stored("heading")});
        else if (name.endsWith(u"_sub_section") || name == u"set_text")
            values.append({Place::subSection(section, index), std::nullopt, stored("text")});
        else if (name == u"set_channels")
            values.append({Place::channels()});
        else
            values.append({Place::report()});
    }
    return values;
}

/// A sub-section may have another number and heading today.
void nameAsThen(ChangedValue &value, const Report &before, const Report &after)
{
    const Report &holder = value.now && hasPlace(after, value.place) ? after : before;
    value.name = placeName(holder, value.place);
    const bool isWhole = value.place.owner() == value.place && value.place.kind() != Place::Kind::Cell;
    value.part = isWhole ? value.name : partName(holder, value.place);
}

/// Each place once, with what stood there before all steps and after them.
class Values {
public:
    void add(const ChangedValue &value)
    {
        const auto found = m_indexOf.constFind(value.place);
        if (found != m_indexOf.constEnd()) {
            m_values[*found].old = value.old; // seen from now backwards
            return;
        }
        m_indexOf.insert(value.place, m_values.size());
        m_values.append(value);
    }
    QList<ChangedValue> inOrder() const
    {
        return withSpans(QList<ChangedValue>(m_values.crbegin(), m_values.crend()));
    }

private:
    QList<ChangedValue> m_values{};
    QHash<Place, qsizetype> m_indexOf{};
};

} // namespace

Result<QList<HistoryRow>> History::rows() const
{
    QList<HistoryRow> told(m_rows.size());
    Report report = m_present;
    bool isKept = true;
    qint64 work = 0;
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        const Row &row = m_rows[i];
        told[i] = {row.id, row.at, row.who, row.what};
        told[i].isKept = isKept;
        isKept = isKept && row.undo;
        if (row.audit)
            told[i].changes = toldByAudit(*row.audit);
        for (ChangedValue &value : told[i].changes)
            nameAsThen(value, m_present, m_present);
        if (!isKept)
            continue;
        const Review after = report.review();
        Values values;
        const auto add
            = [&values](const Step &step, const QJsonObject &, const Report &before, const Report &now) {
                  for (ChangedValue value : changedBy(step, before, now)) {
                      nameAsThen(value, before, now);
                      values.add(value);
                  }
              };
        if (const auto done = goBack(report, row, work, add); !done)
            return done.error();
        told[i].changes = values.inOrder();
        told[i].move = moveBetween(report.review(), after);
    }
    return told;
}

Result<Report> History::at(qint64 id) const
{
    const bool isThere = id == 0
        || std::any_of(m_rows.cbegin(), m_rows.cend(), [id](const Row &row) { return row.id == id; });
    if (!isThere)
        return Error{ErrorCode::NoSuchRow, m_path, QString::number(id)};
    Report report = m_present;
    qint64 work = 0;
    for (auto row = m_rows.crbegin(); row != m_rows.crend() && row->id > id; ++row) {
        const auto done = goBack(report, *row, work);
        if (!done && done.error().code == ErrorCode::NotKept)
            return Error{ErrorCode::NotKept, m_path, QString::number(id)};
        if (!done)
            return done.error();
    }
    return report;
}

} // namespace nianbao
