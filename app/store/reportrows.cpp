// SPDX-License-Identifier: MulanPSL-2.0
#include "reportrows.h"

#include "bounds.h"
#include "database.h"
#include "keptstep.h"
#include "reportjson.h"
#include "reviewrows.h"

namespace nianbao {

namespace {

QVariant orNull(const std::optional<Amount> &amount)
{
    return amount ? QVariant(amount->toString()) : QVariant(QMetaType(QMetaType::QString));
}

QVariant orNull(const std::optional<qint64> &count)
{
    return count ? QVariant(*count) : QVariant(QMetaType(QMetaType::LongLong));
}

/// SQLite takes a null QString for NULL; an empty text is meant.
QString text(const QString &value) { return value.isNull() ? QStringLiteral("") : value; }

std::optional<Amount> amountFrom(const QVariant &stored)
{
    if (stored.isNull())
        return std::nullopt;
    const auto amount = Amount::parse(stored.toString());
    return amount ? std::optional(*amount) : std::nullopt;
}

// Writing: each takes what it writes from the report as it is now

Result<> writeCell(Database &db, const Report &report, const CellId &id)
{
    const CellSpec *cell = report.spec().cell(id);
    const bool isComputed = !cell || cell->isComputed(); // no cell: the form has changed
    const auto typed = isComputed ? std::optional<Amount>() : report.computed(id);
    const auto declared = report.declared(id);
    const QString note = report.note(id);
    if (!typed && !declared && note.isEmpty())
        return db.run(QStringLiteral("DELETE FROM cell WHERE key = ?"), {id.toString()});
    return db.run(QStringLiteral("INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?)"),
        {id.toString(), orNull(typed), text(note), declared ? 1 : 0,
            orNull(declared ? declared->value : std::optional<Amount>()),
            declared && declared->confirmed ? 1 : 0});
}

Result<> writeFact(Database &db, const Report &report, const QString &key)
{
    if (!report.hasFact(key))
        return db.run(QStringLiteral("DELETE FROM fact WHERE key = ?"), {key});
    return db.run(QStringLiteral("INSERT OR REPLACE INTO fact VALUES (?, ?)"), {key, text(report.fact(key))});
}

Result<> writeSection(Database &db, const Report &report, const SectionId &id)
{
    auto done = db.run(QStringLiteral("DELETE FROM subsection WHERE section = ?"), {id.toString()});
    int position = 0;
    for (const SubSection &sub : report.subSections(id)) {
        if (done)
            done = db.run(QStringLiteral("INSERT INTO subsection VALUES (?, ?, ?, ?)"),
                {id.toString(), position++, text(sub.heading), text(sub.text)});
    }
    return done;
}

Result<> writeChannels(Database &db, const Report &report)
{
    auto done = db.run(QStringLiteral("DELETE FROM channel"));
    for (int i = 0; done && i < report.channels().size(); ++i) {
        const Channel &channel = report.channels()[i];
        done = db.run(QStringLiteral("INSERT INTO channel VALUES (?, ?, ?)"),
            {i, text(channel.name), orNull(channel.count)});
        for (int j = 0; done && j < channel.categories.size(); ++j) {
            const Category &category = channel.categories[j];
            done = db.run(QStringLiteral("INSERT INTO category VALUES (?, ?, ?, ?)"),
                {i, j, text(category.name), orNull(category.count)});
        }
    }
    return done;
}

Result<> writeIllustrations(Database &db, const Report &report)
{
    auto done = db.run(QStringLiteral("DELETE FROM figure"));
    int position = 0;
    for (const Illustration &illustration : report.illustrations()) {
        QVariant key(QMetaType(QMetaType::QString));
        if (done && !illustration.picture.isEmpty()) {
            key = keyOf(illustration.picture);
            done = db.run(
                QStringLiteral("INSERT OR IGNORE INTO picture VALUES (?, ?)"), {key, illustration.picture});
        }
        if (done)
            done = db.run(QStringLiteral("INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                {position++, text(illustration.place.toString()), illustration.afterParagraph,
                    text(illustration.kind), text(illustration.caption), text(illustration.chart),
                    text(illustration.file), key});
    }
    if (done) // what no illustration shows any more; the history has taken its own copy
        done = db.run(QStringLiteral(
            "DELETE FROM picture WHERE key NOT IN (SELECT picture FROM figure WHERE picture IS NOT NULL)"));
    return done;
}

Result<> writePrior(Database &db, const Report &report)
{
    if (!report.prior())
        return db.run(QStringLiteral("DELETE FROM prior"));
    const auto json = provenJson(*report.prior(), Origin::OwnFile);
    if (!json)
        return json.error();
    return db.run(QStringLiteral("INSERT OR REPLACE INTO prior VALUES (1, ?)"), {QString::fromUtf8(*json)});
}

Result<> writeExplanations(Database &db, const Report &report)
{
    auto done = db.run(QStringLiteral("DELETE FROM explanation"));
    for (const auto &[key, explanation] : report.explanations().asKeyValueRange()) {
        if (done)
            done = db.run(QStringLiteral("INSERT INTO explanation VALUES (?, ?, ?, ?, ?)"),
                {key, text(explanation.operands), text(explanation.text), text(explanation.who),
                    text(explanation.at)});
    }
    if (done)
        done = db.run(QStringLiteral("DELETE FROM rule_off"));
    for (const auto &[rule, reason] : report.rulesOff().asKeyValueRange()) {
        if (done)
            done = db.run(
                QStringLiteral("INSERT INTO rule_off VALUES (?, ?)"), {rule.toString(), text(reason)});
    }
    return done;
}

/// Everything a report holds, as if all of it had just changed.
Delta wholeReport(const Report &report)
{
    Delta all;
    for (const TableSpec &table : report.spec().tables)
        all.cells += QSet<CellId>(table.cells.begin(), table.cells.end());
    const auto keys = report.facts().keys();
    all.facts = QSet<QString>(keys.begin(), keys.end());
    for (const SectionSpec &section : report.spec().sections)
        all.sections.insert(section.id);
    all.channels = all.illustrations = all.prior = all.review = all.explanations = all.comments = true;
    return all;
}

} // namespace

Result<> writeDelta(Database &db, const Report &report, const Delta &delta)
{
    Result<> done;
    if (!report.id().isNull()) // of a file that an older version made, with its first edit
        done = db.run(QStringLiteral("INSERT OR IGNORE INTO meta VALUES ('id', ?)"),
            {report.id().toString(QUuid::WithoutBraces)});
    if (done && delta.form)
        done = db.run(QStringLiteral("UPDATE meta SET value = ? WHERE key = 'form'"), {report.spec().id});
    for (const CellId &id : delta.cells) {
        if (done)
            done = writeCell(db, report, id);
    }
    for (const QString &key : delta.facts) {
        if (done)
            done = writeFact(db, report, key);
    }
    for (const SectionId &id : delta.sections) {
        if (done)
            done = writeSection(db, report, id);
    }
    if (done && delta.channels)
        done = writeChannels(db, report);
    if (done && delta.illustrations)
        done = writeIllustrations(db, report);
    if (done && delta.prior)
        done = writePrior(db, report);
    if (done && delta.explanations)
        done = writeExplanations(db, report);
    if (done && delta.review)
        done = writeReview(db, report);
    if (done && delta.comments)
        done = writeComments(db, report);
    else if (done)
        done = recountPlaces(db, report);
    return done;
}

Result<> writeWhole(Database &db, const Report &report, const QDateTime &created)
{
    const auto done
        = db.run(QStringLiteral("INSERT INTO meta VALUES ('form', ?), ('year', ?), ('created', ?)"),
            {report.spec().id, QString::number(report.year()), created.toString(Qt::ISODate)});
    return done ? writeDelta(db, report, wholeReport(report)) : done;
}

namespace {

// Reading

// all texts of a kind, read at once
constexpr qint64 kMostTextBytes = 8 * bounds::kAllTexts;

Error damaged(const QString &path, const QString &what)
{
    return {ErrorCode::Damaged, path, shownDetail(what)};
}

Result<> readCells(Database &db, const QString &path, const ReportSpec &spec, Change &change)
{
    const auto rows = db.rows(QStringLiteral(
        "SELECT key, value, note, is_declared, declared, is_confirmed FROM cell ORDER BY key"));
    if (!rows)
        return rows.error();
    for (const auto &row : *rows) {
        const CellId id(row[0].toString());
        const auto value = amountFrom(row[1]);
        const auto declared = amountFrom(row[4]);
        if (!spec.cell(id) || (value.has_value() == row[1].isNull())
            || (declared.has_value() == row[4].isNull()))
            return damaged(path, row[0].toString());
        if (value)
            change.steps.append(SetCell{id, value});
        if (!row[2].toString().isEmpty())
            change.steps.append(SetNote{id, row[2].toString()});
        if (row[3].toInt() == 1)
            change.steps.append(SetDeclared{id, Declared{declared, row[5].toInt() == 1}});
    }
    return {};
}

Result<> readTexts(Database &db, Change &change)
{
    const auto facts = db.rows(QStringLiteral("SELECT key, value FROM fact ORDER BY key"));
    if (!facts)
        return facts.error();
    for (const auto &row : *facts)
        change.steps.append(SetFact{row[0].toString(), text(row[1].toString())});
    const auto sections = db.rows(
        QStringLiteral("SELECT section, position, heading, body FROM subsection ORDER BY section, position"));
    if (!sections)
        return sections.error();
    for (const auto &row : *sections)
        change.steps.append(InsertSubSection{
            SectionId(row[0].toString()), row[1].toInt(), {row[2].toString(), row[3].toString()}});
    return {};
}

std::optional<qint64> countFrom(const QVariant &stored)
{
    return stored.isNull() ? std::nullopt : std::optional(stored.toLongLong());
}

Result<> readChannels(Database &db, const QString &path, Change &change)
{
    QList<Channel> channels;
    const auto rows = db.rows(QStringLiteral("SELECT name, count, position FROM channel ORDER BY position"));
    if (!rows)
        return rows.error();
    QHash<int, qsizetype> indexOf; // by position, which need not be without gaps
    for (const auto &row : *rows) {
        indexOf.insert(row[2].toInt(), channels.size());
        channels.append({row[0].toString(), countFrom(row[1]), {}});
    }
    const auto categories
        = db.rows(QStringLiteral("SELECT channel, name, count FROM category ORDER BY channel, position"));
    if (!categories)
        return categories.error();
    for (const auto &row : *categories) {
        const auto channel = indexOf.constFind(row[0].toInt());
        if (channel == indexOf.constEnd())
            return damaged(path, row[1].toString());
        channels[*channel].categories.append({row[1].toString(), countFrom(row[2])});
    }
    change.steps.append(SetChannels{channels});
    return {};
}

Result<> readExplanations(Database &db, Change &change)
{
    const auto rows
        = db.rows(QStringLiteral("SELECT key, operands, text, who, at FROM explanation ORDER BY key"));
    if (!rows)
        return rows.error();
    for (const auto &row : *rows)
        change.steps.append(SetExplanation{row[0].toString(),
            Explanation{row[2].toString(), row[1].toString(), row[3].toString(), row[4].toString()}});
    const auto off = db.rows(QStringLiteral("SELECT rule, reason FROM rule_off ORDER BY rule"));
    if (!off)
        return off.error();
    for (const auto &row : *off)
        change.steps.append(SetRuleOff{RuleId(row[0].toString()), row[1].toString()});
    return {};
}

/// A picture that many illustrations show is in memory once.
Result<QHash<QString, QByteArray>> readPictures(Database &db)
{
    const Database::Budget budget(db, {db.limits().steps, bounds::kAllPictureBytes, bounds::kPictureBytes});
    const auto rows = db.rows(QStringLiteral("SELECT key, bytes FROM picture"));
    if (!rows)
        return rows.error();
    QHash<QString, QByteArray> pictures;
    for (const auto &row : *rows)
        pictures.insert(row[0].toString(), row[1].toByteArray());
    return pictures;
}

Result<> readIllustrations(Database &db, Change &change)
{
    const auto rows = db.rows(QStringLiteral("SELECT section, after_paragraph, kind, caption, chart, file, "
                                             "picture FROM figure ORDER BY position"));
    if (!rows)
        return rows.error();
    const auto pictures = readPictures(db);
    if (!pictures)
        return pictures.error();
    QList<Illustration> illustrations;
    for (const auto &row : *rows)
        illustrations.append(
            {Place::parse(row[0].toString()).value_or(Place()), row[1].toInt(), row[2].toString(),
                row[3].toString(), row[4].toString(), row[5].toString(), pictures->value(row[6].toString())});
    change.steps.append(SetIllustrations{illustrations});
    return {};
}

Result<> readRest(Database &db, const QString &path, Change &change)
{
    const Database::Budget budget(db, {db.limits().steps, bounds::kJsonBytes, bounds::kJsonBytes});
    const auto prior = db.value(QStringLiteral("SELECT report_json FROM prior"));
    if (!prior)
        return prior.error();
    if (!prior->isNull()) {
        auto report = reportFromJson(prior->toString().toUtf8(), Origin::OwnFile);
        if (!report)
            return damaged(path, report.error().where);
        change.steps.append(SetPrior{std::make_shared<const Report>(std::move(report->report))});
    }
    return readReview(db, path, change);
}

/// Of UUIDs that are made of what an older version's file says; itself version 5 of cn.nianbao.nianbao as a
/// DNS name.
const QUuid kOlderFiles(QStringLiteral("d16d794c-d6da-5cc8-8844-51682521706b"));

/// The one that the file states; else, until its first edit, one that every look at it gives again.
Result<QUuid> readId(Database &db, const QHash<QString, QString> &about)
{
    if (const auto stated = about.constFind(QStringLiteral("id")); stated != about.constEnd())
        return QUuid::fromString(*stated);
    const auto name = db.value(QStringLiteral("SELECT value FROM fact WHERE key = 'organisation.name'"));
    if (!name)
        return name.error();
    const QStringList told{about.value(QStringLiteral("form")), about.value(QStringLiteral("year")),
        about.value(QStringLiteral("created")), name->toString()};
    return QUuid::createUuidV5(kOlderFiles, told.join(u'\n'));
}

} // namespace

Result<Report> readReport(Database &db, const QString &path)
{
    const Database::Budget budget(db, {db.limits().steps, kMostTextBytes, kMostTextBytes});
    const auto meta = db.rows(QStringLiteral("SELECT key, value FROM meta"));
    if (!meta)
        return meta.error();
    QHash<QString, QString> about;
    for (const auto &row : *meta)
        about.insert(row[0].toString(), row[1].toString());
    const SpecPointer spec = findForm(about.value(QStringLiteral("form")));
    if (!spec)
        return Error{ErrorCode::UnknownForm, shownDetail(about.value(QStringLiteral("form")))};
    bool isYear = false;
    const int year = about.value(QStringLiteral("year")).toInt(&isYear);
    const auto id = readId(db, about);
    if (!id)
        return id.error();
    if (id->isNull())
        return damaged(path, QStringLiteral("id"));
    Report report(spec, year, *id);
    if (!isYear || year < 1 || year > 9999) // years are counted with
        return damaged(path, QStringLiteral("year"));
    Change change;
    change.restores = true; // what the file holds was let in once: bounds are asked of what is new
    Result<> done = readCells(db, path, *spec, change);
    if (done)
        done = readTexts(db, change);
    if (done)
        done = readChannels(db, path, change);
    if (done)
        done = readIllustrations(db, change);
    if (done)
        done = readRest(db, path, change);
    if (done)
        done = readExplanations(db, change);
    if (!done)
        return done.error();
    if (const auto applied = report.apply(change); !applied)
        return damaged(path, applied.error().where);
    change.steps.clear();
    done = readComments(db, path, report, change);
    if (!done)
        return done.error();
    if (const auto applied = report.apply(change); !applied)
        return damaged(path, applied.error().where);
    return report;
}

} // namespace nianbao
