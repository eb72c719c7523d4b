// SPDX-License-Identifier: MulanPSL-2.0
#include "historyclearing.h"

#include "database.h"
#include "reportjson.h"
#include "reportplaces.h"
#include "reviewrows.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>
#include <vector>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

const QChar kMark(0x25A0); // ■

QString marks(const QString &text)
{
    QString all = text;
    for (QChar &c : all)
        c = c == u'\n' ? c : kMark;
    return all;
}

/// Within a JSON text.
QString inJson(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(2, array.size() - 4));
}

QString without(QString text, const QString &sentence) { return text.replace(sentence, marks(sentence)); }

/// Members of a kept step that hold what a person entered; the rest says where it belongs.
bool isWords(const QString &key)
{
    static const QStringList keys{QStringLiteral("put"), QStringLiteral("heading"), QStringLiteral("text"),
        QStringLiteral("name"), QStringLiteral("caption"), QStringLiteral("file"), QStringLiteral("reason"),
        QStringLiteral("operands"), QStringLiteral("who"), QStringLiteral("role")};
    return keys.contains(key);
}

using Mapping = std::function<QJsonValue(const QString &key, const QJsonValue &value)>;

/// Every value that is no list or object, by what it is called.
QJsonValue mapped(const QString &key, const QJsonValue &value, const Mapping &change)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(mapped(key, item, change));
        return array;
    }
    if (!value.isObject())
        return change(key, value);
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = mapped(it.key(), it.value(), change);
    return object;
}

/// Follows each character that the history holds back through the states in which it stood, and remembers
/// which of them belong to what is to go.
class Traces {
public:
    explicit Traces(QString sentence) : m_sentence(std::move(sentence)) { }

    struct Kept { // a text in a row
        int step; // its number in the row
        QString key;
        qsizetype first; // its first character among all that are kept
        qsizetype size;
    };

    /// One step further back. isChosen: what the row put and took goes.
    void follow(int number, const Step &step, const QJsonObject &json, const Report &before,
        const Report &after, bool isChosen)
    {
        if (const auto *s = std::get_if<InsertSubSection>(&step)) {
            move(step, after);
            put(number, QStringLiteral("text"), Place::subSection(s->section, s->index), s->content.text,
                isChosen);
            put(number, QStringLiteral("heading"), Place::heading(s->section, s->index), s->content.heading,
                isChosen);
        } else if (const auto *r = std::get_if<RemoveSubSection>(&step)) {
            for (const Place &place :
                {Place::subSection(r->section, r->index), Place::heading(r->section, r->index)})
                mark(m_from.value(place), isChosen);
            move(step, after);
        } else if (std::holds_alternative<MoveSubSection>(step)) {
            move(step, after);
        } else if (const auto place = textOf(step)) {
            splice(number, *place, json, textAt(after, *place).value_or(QString()), isChosen);
            search(*place, textAt(before, *place).value_or(QString()));
        }
    }

    bool isGone(qsizetype character) const { return m_gone[size_t(character)]; }
    QList<Kept> takeRow() { return std::exchange(m_row, {}); }

private:
    using Origins = QList<qsizetype>; // of each character of a text; -1: the report holds it itself

    static std::optional<Place> textOf(const Step &step)
    {
        if (const auto *s = std::get_if<SetText>(&step))
            return Place::subSection(s->section, s->index);
        if (const auto *s = std::get_if<SetHeading>(&step))
            return Place::heading(s->section, s->index);
        if (const auto *s = std::get_if<SetFact>(&step))
            return Place::fact(s->key);
        if (const auto *s = std::get_if<SetNote>(&step))
            return Place::note(s->cell);
        return std::nullopt;
    }

    Origins fresh(int number, const QString &key, const QString &text, bool isChosen)
    {
        Origins origins;
        for (qsizetype i = 0; i < text.size(); ++i) {
            origins.append(qsizetype(m_gone.size()));
            m_gone.push_back(isChosen);
        }
        if (!text.isEmpty())
            m_row.append({number, key, qsizetype(m_gone.size()) - text.size(), text.size()});
        return origins;
    }
    void put(int number, const QString &key, const Place &place, const QString &text, bool isChosen)
    {
        m_from.insert(place, fresh(number, key, text, isChosen));
        search(place, text);
    }
    void splice(int number, const Place &place, const QJsonObject &json, const QString &there, bool isChosen)
    {
        Origins origins = m_from.value(place, Origins(there.size(), -1));
        const bool isGone = !json.contains(u"put"); // a fact that was not there
        const qsizetype at = json.value(u"at").toInt();
        const qsizetype cut = isGone ? origins.size() : json.value(u"cut").toInt();
        mark(origins.mid(at, cut), isChosen);
        m_from.insert(place,
            origins.mid(0, at) + fresh(number, QStringLiteral("put"), json.value(u"put").toString(), isChosen)
                + origins.mid(at + cut));
    }
    /// What stands below moves up or down.
    void move(const Step &step, const Report &after)
    {
        QHash<Place, Origins> moved;
        for (const auto &[place, origins] : std::as_const(m_from).asKeyValueRange()) {
            if (const auto there = nianbao::moved(place, step, after))
                moved.insert(*there, origins);
        }
        m_from = moved;
    }
    void mark(const Origins &origins, bool isChosen)
    {
        for (const qsizetype origin : origins) {
            if (isChosen && origin >= 0)
                m_gone[size_t(origin)] = true;
        }
    }
    void search(const Place &place, const QString &text)
    {
        if (m_sentence.isEmpty())
            return;
        const Origins origins = m_from.value(place);
        for (auto at = text.indexOf(m_sentence); at >= 0; at = text.indexOf(m_sentence, at + 1))
            mark(origins.mid(at, m_sentence.size()), true);
    }

    QString m_sentence;
    QHash<Place, Origins> m_from{};
    std::vector<bool> m_gone{}; // of each character that is kept
    QList<Kept> m_row{};
};

class Clearer {
public:
    Clearer(Database &db, const History &history, const Clearing &what)
        : m_db(db), m_history(history), m_what(what), m_traces(what.sentence)
    { }

    Result<int> run()
    {
        auto done = trace();
        if (done)
            done = clearPast();
        const auto pictures = done
            ? clearPictures(m_db, m_history.present(), m_what.sentence, !m_what.rows.isEmpty())
            : Result<int>(done.error());
        if (!pictures)
            return pictures.error();
        const auto &rows = m_history.stored();
        m_isAnyTouched
            = *pictures > 0 || std::any_of(rows.cbegin(), rows.cend(), [this](const History::Row &row) {
                  return row.undo ? clearedSteps(row) != *row.undo : isChosen(row);
              });
        for (const History::Row &row : rows) {
            if (done)
                done = row.audit ? clearAudit(row) : clearRow(row);
        }
        if (done)
            done = History::dropUnused(m_db);
        return done ? Result<int>(m_rows) : Result<int>(done.error());
    }

private:
    bool isChosen(const History::Row &row) const { return m_what.rows.contains(row.id); }

    /// As far back as the rows lead.
    Result<> trace()
    {
        Report report = m_history.present();
        qint64 work = 0;
        const auto &rows = m_history.stored();
        for (auto row = rows.crbegin(); row != rows.crend() && row->undo; ++row) {
            int number = 0;
            const auto done = m_history.goBack(report, *row, work,
                [&](const Step &step, const QJsonObject &kept, const Report &before, const Report &after) {
                    m_traces.follow(
                        number++, step, kept.begin().value().toObject(), before, after, isChosen(*row));
                });
            if (!done)
                return done;
            m_kept.insert(row->id, m_traces.takeRow());
        }
        return {};
    }

    /// Reports of last year: what cannot be read without the sentence goes altogether.
    Result<> clearPast()
    {
        const auto past = m_db.rows(QStringLiteral("SELECT key, bytes FROM past"));
        if (!past)
            return past.error();
        const QString spelled = inJson(m_what.sentence);
        for (const auto &row : *past) {
            const QByteArray bytes = row[1].toByteArray();
            const bool holdsIt = !spelled.isEmpty() && bytes.contains(spelled.toUtf8())
                && reportFromJson(bytes, Origin::OwnFile);
            if (!holdsIt)
                continue;
            const QByteArray clean = without(QString::fromUtf8(bytes), spelled).toUtf8();
            const QString key = keyOf(clean);
            m_keys.insert(row[0].toString(), key);
            auto done = m_db.run(QStringLiteral("DELETE FROM past WHERE key = ?"), {row[0]});
            if (done) // a picture of another report of last year would show what nobody sealed
                done = m_db.run(QStringLiteral("UPDATE snapshot SET report_json = '' WHERE "
                                               "instr(report_json, ?) > 0"),
                    {row[0]});
            if (done && reportFromJson(clean, Origin::OwnFile))
                done = m_db.run(QStringLiteral("INSERT OR IGNORE INTO past VALUES (?, ?)"), {key, clean});
            if (!done)
                return done;
        }
        return {};
    }

    Result<> clearAudit(const History::Row &row)
    {
        const QString &sentence = m_what.sentence;
        QString steps = isChosen(row) ? QStringLiteral("[]") : *row.audit;
        QString text = isChosen(row) ? clearedWords() : row.what;
        QString who = row.who;
        if (!sentence.isEmpty()) {
            steps = without(steps, inJson(sentence));
            text = without(text, sentence);
            who = without(who, sentence);
        }
        if (steps == *row.audit && text == row.what && who == row.who)
            return {};
        ++m_rows;
        return m_db.run(QStringLiteral("UPDATE audit SET change_json = ?, text = ?, who = ? WHERE id = ?"),
            {steps, text, who, row.id});
    }

    Result<> clearRow(const History::Row &row)
    {
        QVariant undo(QMetaType(QMetaType::QString));
        if (row.undo)
            undo = clearedSteps(row);
        QString what = isChosen(row) && m_isAnyTouched ? clearedWords() : row.what;
        QString who = row.who;
        if (!m_what.sentence.isEmpty()) {
            what = without(what, m_what.sentence);
            who = without(who, m_what.sentence);
        }
        if (what == row.what && who == row.who && (!row.undo || undo == *row.undo))
            return {};
        ++m_rows;
        return m_db.run(QStringLiteral("UPDATE history SET undo = ?, what = ?, who = ? WHERE id = ?"),
            {undo, what, who, row.id});
    }

    QString clearedSteps(const History::Row &row) const
    {
        QJsonArray steps = QJsonDocument::fromJson(row.undo->toUtf8()).array();
        for (qsizetype i = 0; i < steps.size(); ++i) {
            if (steps[i].toObject().contains(
                    QLatin1String(SetReview::kName))) // that it moved is never cleared
                steps[i] = mapped({}, steps[i], [this](auto &k, auto &v) { return clearedOfReview(k, v); });
            else
                steps[i] = mapped({}, steps[i],
                    isChosen(row) ? Mapping(nothing)
                                  : Mapping([this](auto &k, auto &v) { return cleared(k, v); }));
        }
        for (const Traces::Kept &kept : m_kept.value(row.id))
            steps[kept.step] = withMarks(steps[kept.step].toObject(), kept);
        return QString::fromUtf8(QJsonDocument(steps).toJson(QJsonDocument::Compact));
    }

    /// Of a row that is not chosen: the sentence in words that are no texts, and what bore its hash.
    QJsonValue cleared(const QString &key, const QJsonValue &value) const
    {
        if (key == u"report")
            return m_keys.value(value.toString(), value.toString());
        return isWords(key) && !m_what.sentence.isEmpty() ? without(value.toString(), m_what.sentence)
                                                          : value;
    }

    /// What stood in the chain, in an approval or in a publication, and is no more. Moves themselves stand in
    /// the report: what their words hold was refused before.
    QJsonValue clearedOfReview(const QString &key, const QJsonValue &value) const
    {
        static const QStringList keys{QStringLiteral("role"), QStringLiteral("name"), QStringLiteral("who"),
            QStringLiteral("words"), QStringLiteral("signed_by"), QStringLiteral("by"), QStringLiteral("to"),
            QStringLiteral("correction"), QStringLiteral("files"), QStringLiteral("address")};
        return keys.contains(key) && !m_what.sentence.isEmpty() ? without(value.toString(), m_what.sentence)
                                                                : value;
    }

    /// Of a chosen row; marks for what is written, and blank for what is counted.
    static QJsonValue nothing(const QString &key, const QJsonValue &value)
    {
        if (key == u"value" || key == u"count")
            return {};
        if (key == u"picture" || key == u"report")
            return QString();
        return isWords(key) ? marks(value.toString()) : value;
    }

    QJsonObject withMarks(QJsonObject named, const Traces::Kept &kept) const
    {
        const QString name = named.begin().key();
        QJsonObject step = named.value(name).toObject();
        QString text = step.value(kept.key).toString();
        for (qsizetype i = 0; i < std::min(kept.size, text.size()); ++i) {
            if (m_traces.isGone(kept.first + i) && text[i] != u'\n')
                text[i] = kMark;
        }
        step.insert(kept.key, text);
        named.insert(name, step);
        return named;
    }

    static QString clearedWords() { return Words::tr("Cleared from the history"); }

    Database &m_db;
    const History &m_history;
    const Clearing &m_what;
    Traces m_traces;
    QHash<qint64, QList<Traces::Kept>> m_kept{}; // by row
    QHash<QString, QString> m_keys{}; // of reports of last year, that became others
    bool m_isAnyTouched = false; // else what was chosen stands in the report alone, and nothing was cleared
    int m_rows = 0;
};

} // namespace

namespace {

bool isMove(const History::Row &row)
{
    const QJsonArray steps = QJsonDocument::fromJson(row.undo.value_or(QString()).toUtf8()).array();
    return std::any_of(steps.begin(), steps.end(),
        [](const QJsonValue &step) { return step.toObject().contains(QLatin1String(SetReview::kName)); });
}

} // namespace

Result<int> clearHistory(Database &db, const History &history, const Clearing &what)
{
    for (const qint64 id : what.rows) {
        const auto &rows = history.stored();
        const auto row
            = std::find_if(rows.cbegin(), rows.cend(), [id](const auto &each) { return each.id == id; });
        if (row == rows.cend())
            return Error{ErrorCode::NoSuchRow, history.path(), QString::number(id)};
        if (isMove(*row))
            return Error{ErrorCode::MoveStays, history.path(), QString::number(id)};
    }
    return Clearer(db, history, what).run();
}

std::optional<Place> placeOf(const QString &sentence, const Report &report)
{
    if (sentence.isEmpty())
        return std::nullopt;
    const auto has = [&sentence](const QString &text) { return text.contains(sentence); };
    for (const auto &[key, value] : report.facts().asKeyValueRange()) {
        if (has(value))
            return Place::fact(key);
    }
    for (const SectionSpec &section : report.spec().sections) {
        const auto list = report.subSections(section.id);
        for (int i = 0; i < list.size(); ++i) {
            if (has(list[i].text))
                return Place::subSection(section.id, i);
            if (has(list[i].heading))
                return Place::heading(section.id, i);
        }
    }
    for (const TableSpec &table : report.spec().tables) {
        for (const CellId &cell : table.cells) {
            if (has(report.note(cell)))
                return Place::note(cell);
        }
    }
    for (const ReviewEvent &event : report.review().events) {
        if (has(event.words) || has(event.who))
            return Place::report();
    }
    // names, captions, reasons, last year's report: it is said of the whole
    const bool isSomewhere = reportToJson(report).contains(inJson(sentence).toUtf8());
    return isSomewhere ? std::optional(Place::report()) : std::nullopt;
}

Result<bool> holds(Database &db, const QString &sentence)
{
    const auto columns = db.rows(
        QStringLiteral("SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c "
                       "WHERE m.type = 'table' AND c.type IN ('TEXT', 'BLOB')"));
    if (!columns)
        return columns.error();
    for (const auto &column : *columns) {
        for (const QString &words : {sentence, inJson(sentence)}) {
            const auto found = db.rows(
                QStringLiteral("SELECT 1 FROM \"%1\" WHERE instr(CAST(\"%2\" AS BLOB), CAST(? AS BLOB)) > 0 "
                               "LIMIT 1")
                    .arg(column[0].toString(), column[1].toString()),
                {words});
            if (!found)
                return found.error();
            if (!found->isEmpty())
                return true;
        }
    }
    return false;
}

} // namespace nianbao
