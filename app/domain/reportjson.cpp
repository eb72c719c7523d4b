// SPDX-License-Identifier: MulanPSL-2.0
#include "reportjson.h"

#include "bounds.h"
#include "cleantext.h"
#include "jsonreader.h"
#include "pictureheader.h"
#include "rules.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>

namespace nianbao {

namespace {

constexpr auto kFormat = "nianbao-report";
constexpr int kVersion = 1;
constexpr int kExactDigits = 15; // of a JSON number that every reader takes without rounding

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

struct FactPlace {
    const char *key; // of the report
    const char *object; // of the file; empty: top level
    const char *name;
};

constexpr std::array kFactPlaces{FactPlace{fact::kTitle, "", "title"},
    FactPlace{fact::kIntroduction, "", "introduction"}, FactPlace{fact::kSource, "", "source"},
    FactPlace{fact::kDate, "", "date"}, FactPlace{fact::kSignature, "", "signature"},
    FactPlace{fact::kName, "organisation", "name"}, FactPlace{fact::kShortName, "organisation", "short_name"},
    FactPlace{fact::kKind, "organisation", "kind"}, FactPlace{fact::kOffice, "organisation", "office"},
    FactPlace{fact::kAddress, "organisation", "address"}, FactPlace{fact::kPhone, "organisation", "phone"},
    FactPlace{fact::kFax, "organisation", "fax"}, FactPlace{fact::kPostcode, "organisation", "postcode"},
    FactPlace{fact::kEmail, "organisation", "email"}, FactPlace{fact::kWebsite, "organisation", "website"},
    FactPlace{fact::kWebsiteName, "organisation", "website_name"},
    FactPlace{fact::kAllowedWords, "", "allowed_words"}, FactPlace{fact::kDrafted, "people", "drafted"},
    FactPlace{fact::kChecked, "people", "checked"},
    FactPlace{fact::kCountersigned, "people", "countersigned"}, FactPlace{fact::kSigned, "people", "signed"}};

class ReportReader {
public:
    ReportReader(const JsonCursor &root, QStringList &notices) : m_root(root), m_notices(notices) { }
    Result<Report> read(JsonCursor::Fault &fault, bool mayHavePrior);

private:
    void readFacts();
    void readSections(const ReportSpec &spec);
    void readTables(const ReportSpec &spec);
    void readCell(const JsonCursor &json, const CellSpec &cell);
    void readChannels();
    void readFigures();
    QByteArray takePicture(const QByteArray &picture, const JsonCursor &json, qint64 &bytes) const;
    void readExplanations();
    void noticeUnknown(const JsonCursor &object, const QStringList &known);
    std::optional<qint64> count(const JsonCursor &json);

    JsonCursor m_root;
    QStringList &m_notices;
    bool m_isPrior = false;
    Change m_change;
    QHash<CellId, std::optional<Amount>> m_totals; // as the file declares them
};

void ReportReader::noticeUnknown(const JsonCursor &object, const QStringList &known)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            m_notices.append(object.member(key).path());
    }
}

void ReportReader::readFacts()
{
    for (const FactPlace &place : kFactPlaces) {
        const auto parent = *place.object ? m_root[place.object] : m_root;
        const auto value = parent[place.name];
        if (!value.exists() || value.isNull())
            continue;
        m_change.steps.append(SetFact{QLatin1String(place.key), value.string()});
    }
    const auto organisation = m_root["organisation"];
    if (!organisation["name"].exists())
        organisation["name"].fail(Words::tr("the name of the organisation is missing"));
    if (const auto names = organisation["names"]; names.exists()) {
        QStringList list;
        for (const auto &name : names.items())
            list.append(name.string());
        m_change.steps.append(SetFact{QLatin1String(fact::kNames), list.join(u'\n')});
    }
    static const QStringList kinds{QStringLiteral("town"), QStringLiteral("street"), QStringLiteral("county"),
        QStringLiteral("district"), QStringLiteral("city"), QStringLiteral("department")};
    if (const auto kind = organisation["kind"];
        kind.exists() && !kind.isNull() && !kinds.contains(kind.string()))
        kind.fail(Words::tr("the kind is one of: %1").arg(kinds.join(QStringLiteral(", "))));
    if (const auto date = m_root["date"];
        date.exists() && !date.isNull() && !QDate::fromString(date.string(), Qt::ISODate).isValid())
        date.fail(Words::tr("a date is written YYYY-MM-DD"));
    noticeUnknown(organisation,
        {QStringLiteral("name"), QStringLiteral("short_name"), QStringLiteral("kind"),
            QStringLiteral("office"), QStringLiteral("address"), QStringLiteral("phone"),
            QStringLiteral("fax"), QStringLiteral("postcode"), QStringLiteral("email"),
            QStringLiteral("website"), QStringLiteral("website_name"), QStringLiteral("names")});
    noticeUnknown(m_root["people"],
        {QStringLiteral("drafted"), QStringLiteral("checked"), QStringLiteral("countersigned"),
            QStringLiteral("signed")});
}

void ReportReader::readSections(const ReportSpec &spec)
{
    QStringList known;
    for (const SectionSpec &section : spec.sections) {
        if (section.kind != SectionSpec::Kind::Narrative)
            continue;
        known.append(section.id.toString());
        int index = 0;
        for (const auto &item : m_root["sections"].member(section.id.toString()).items()) {
            m_change.steps.append(InsertSubSection{
                section.id, index++, {item["heading"].stringOr({}), item["text"].stringOr({})}});
            noticeUnknown(item, {QStringLiteral("heading"), QStringLiteral("text")});
        }
    }
    noticeUnknown(m_root["sections"], known);
}

void ReportReader::readTables(const ReportSpec &spec)
{
    const auto tables = m_root["tables"];
    for (const QString &tableKey : tables.keys()) {
        const auto table = tables.member(tableKey);
        if (!spec.table(TableId(tableKey))) {
            table.fail(Words::tr("the form has no such table"));
            continue;
        }
        for (const QString &row : table.keys()) {
            for (const QString &column : table.member(row).keys()) {
                const auto json = table.member(row).member(column);
                if (const CellSpec *cell = spec.cell(CellId(TableId(tableKey), row, column)))
                    readCell(json, *cell);
                else
                    json.fail(Words::tr("the form has no such cell"));
            }
            if (!spec.table(TableId(tableKey))->rows.contains(row))
                table.member(row).fail(Words::tr("the form has no such row"));
        }
    }
    const auto notes = m_root["table_notes"];
    for (const QString &key : notes.keys()) {
        if (!spec.table(TableId(key)))
            notes.member(key).fail(Words::tr("the form has no such table"));
        else if (!notes.member(key).isNull())
            m_change.steps.append(SetFact{QLatin1String(fact::kTableNote) + key, notes.member(key).string()});
    }
}

void ReportReader::readCell(const JsonCursor &json, const CellSpec &cell)
{
    auto figure = json;
    if (json.isObject()) {
        figure = json["value"];
        if (const auto note = json["note"]; note.exists() && !note.isNull() && !note.string().isEmpty())
            m_change.steps.append(SetNote{cell.id, note.string()});
        noticeUnknown(json, {QStringLiteral("value"), QStringLiteral("note")});
    }
    std::optional<Amount> amount;
    if (figure.exists() && !figure.isNull()) {
        const QString text = figure.figure();
        const auto parsed = Amount::parse(text);
        if (!parsed) {
            figure.fail(Words::tr("“%1” is no figure that can stand here").arg(text));
            return;
        }
        amount = *parsed;
        if (amount->isNegative() && !cell.mayBeNegative)
            figure.fail(Words::tr("%1: a negative figure cannot stand here").arg(text));
        if (amount->decimals() > cell.decimals)
            figure.fail(Words::tr("%1 has more decimal places than can stand here").arg(text));
    }
    if (cell.isComputed())
        m_totals.insert(cell.id, amount);
    else if (amount)
        m_change.steps.append(SetCell{cell.id, amount});
}

std::optional<qint64> ReportReader::count(const JsonCursor &json)
{
    if (!json.exists() || json.isNull())
        return std::nullopt;
    const auto amount = Amount::parse(json.figure());
    if (!amount || amount->isNegative() || amount->decimals() > 0) {
        json.fail(Words::tr("a count is expected here"));
        return std::nullopt;
    }
    return amount->toString().toLongLong();
}

void ReportReader::readChannels()
{
    QList<Channel> channels;
    for (const auto &item : m_root["channels"].items()) {
        Channel channel{item["name"].string(), count(item["count"]), {}};
        for (const auto &category : item["categories"].items()) {
            channel.categories.append({category["name"].string(), count(category["count"])});
            noticeUnknown(category, {QStringLiteral("name"), QStringLiteral("count")});
        }
        noticeUnknown(item, {QStringLiteral("name"), QStringLiteral("count"), QStringLiteral("categories")});
        channels.append(channel);
    }
    m_change.steps.append(SetChannels{channels});
}

/// Of last year's report no picture is shown: a bad one there is left out, and no reason to read nothing.
QByteArray ReportReader::takePicture(const QByteArray &picture, const JsonCursor &json, qint64 &bytes) const
{
    const auto good = judgePicture(picture, {});
    bytes += picture.size();
    if (m_isPrior)
        return good && bytes <= bounds::kAllPictureBytes ? picture : QByteArray();
    if (!good)
        json.fail(good.error().code == ErrorCode::PictureTooLarge
                ? Words::tr("the picture is too large (%1)").arg(good.error().detail)
                : Words::tr("the picture is neither PNG nor JPEG"));
    if (bytes > bounds::kAllPictureBytes)
        json.fail(Words::tr("the pictures of one report have at most %1 MB together")
                      .arg(bounds::kAllPictureBytes / 1'000'000));
    return picture;
}

void ReportReader::readFigures()
{
    QList<Figure> figures;
    qint64 bytes = 0;
    for (const auto &item : m_root["figures"].items()) {
        figures.append({item["section"].string(), item["after_paragraph"].integerOr(0), item["kind"].string(),
            item["caption"].stringOr({}), item["chart"].stringOr({}), item["file"].stringOr({}), {}});
        if (const auto data = item["data"]; data.exists() && !data.isNull()) {
            const auto decoded = QByteArray::fromBase64Encoding(
                data.string().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
            if (!decoded)
                data.fail(Words::tr("the picture is not in base64"));
            figures.last().picture = takePicture(*decoded, data, bytes);
        }
        if (figures.last().kind != u"picture" && figures.last().kind != u"chart")
            item["kind"].fail(Words::tr("the kind is picture or chart"));
    }
    m_change.steps.append(SetFigures{figures});
}

void ReportReader::readExplanations()
{
    for (const auto &item : m_root["explanations"].items()) {
        m_change.steps.append(SetExplanation{item["key"].string(),
            Explanation{item["text"].stringOr({}), item["operands"].stringOr({}), item["who"].stringOr({}),
                item["at"].stringOr({})}});
        noticeUnknown(item,
            {QStringLiteral("key"), QStringLiteral("text"), QStringLiteral("operands"), QStringLiteral("who"),
                QStringLiteral("at")});
    }
    const auto off = m_root["rules_off"];
    for (const QString &rule : off.keys()) {
        if (!findRule(RuleId(rule)))
            off.member(rule).fail(Words::tr("there is no such rule"));
        else
            m_change.steps.append(SetRuleOff{RuleId(rule), off.member(rule).string()});
    }
}

Result<Report> ReportReader::read(JsonCursor::Fault &fault, bool mayHavePrior)
{
    if (fault.first)
        return *fault.first;
    m_isPrior = !mayHavePrior;
    if (!m_isPrior || m_root["format"].exists()) {
        if (m_root["format"].stringOr({}) != QLatin1String(kFormat))
            m_root["format"].fail(
                Words::tr("this is not a report: the format must be %1").arg(QLatin1String(kFormat)));
        if (m_root["version"].integer() != kVersion)
            m_root["version"].fail(Words::tr("only version %1 can be read").arg(kVersion));
    }
    const int year = m_root["year"].integer();
    if (year < 1900 || year > 2999)
        m_root["year"].fail(Words::tr("a year is expected here"));
    const auto form = m_root["form"];
    const auto spec = form.exists() ? findForm(form.string()) : formForYear(year);
    if (!spec)
        form.fail(Words::tr("there is no form %1").arg(form.string()));
    if (fault.first)
        return *fault.first;
    readFacts();
    readSections(*spec);
    readTables(*spec);
    readChannels();
    readFigures();
    readExplanations();
    noticeUnknown(m_root,
        {QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("form"), QStringLiteral("year"),
            QStringLiteral("title"), QStringLiteral("introduction"), QStringLiteral("source"),
            QStringLiteral("organisation"), QStringLiteral("sections"), QStringLiteral("tables"),
            QStringLiteral("channels"), QStringLiteral("prior"), QStringLiteral("date"),
            QStringLiteral("signature"), QStringLiteral("people"), QStringLiteral("figures"),
            QStringLiteral("table_notes"), QStringLiteral("allowed_words"), QStringLiteral("explanations"),
            QStringLiteral("rules_off")});
    if (const auto prior = m_root["prior"]; mayHavePrior && prior.exists() && !prior.isNull()) {
        auto priorReport = ReportReader(prior, m_notices).read(fault, false);
        if (!priorReport)
            return priorReport.error();
        m_change.steps.append(SetPrior{std::make_shared<const Report>(*std::move(priorReport))});
    }
    if (fault.first)
        return *fault.first;
    Report report(spec, year);
    if (const auto done = report.apply(cleaned(m_change)); !done)
        return Error{fault.code, done.error().where, done.error().detail};
    Change totals;
    for (const auto &[cell, declared] : m_totals.asKeyValueRange()) {
        if (declared != report.computed(cell))
            totals.steps.append(SetDeclared{cell, Declared{declared, false}});
    }
    if (const auto done = report.apply(totals); !done)
        return Error{fault.code, done.error().where, done.error().detail};
    return report;
}

// Writing

QJsonValue amountValue(const Amount &amount, bool asText)
{
    const QString text = amount.toString();
    if (amount.decimals() == 0)
        return amount.micros() / 1'000'000;
    return asText || text.size() > kExactDigits ? QJsonValue(text) : QJsonValue(text.toDouble());
}

QJsonValue cellValue(const Report &report, const CellId &cell)
{
    const auto amount = report.value(cell);
    const QString note = report.note(cell);
    const QJsonValue value = amount ? amountValue(*amount, !note.isEmpty()) : QJsonValue();
    if (note.isEmpty())
        return value;
    return QJsonObject{{QStringLiteral("value"), value}, {QStringLiteral("note"), note}};
}

void writeFacts(const Report &report, QJsonObject &root)
{
    QJsonObject organisation;
    QJsonObject people;
    for (const FactPlace &place : kFactPlaces) {
        if (!report.hasFact(QLatin1String(place.key)))
            continue;
        const QLatin1String object(place.object);
        auto &target = object == QLatin1String("organisation") ? organisation
            : object == QLatin1String("people")                ? people
                                                               : root;
        target.insert(QLatin1String(place.name), report.fact(place.key));
    }
    if (report.hasFact(QLatin1String(fact::kNames)))
        organisation.insert(QStringLiteral("names"),
            QJsonArray::fromStringList(report.fact(fact::kNames).split(u'\n', Qt::SkipEmptyParts)));
    if (!organisation.contains(QStringLiteral("name")))
        organisation.insert(QStringLiteral("name"), QString());
    root.insert(QStringLiteral("organisation"), organisation);
    if (!people.isEmpty())
        root.insert(QStringLiteral("people"), people);
}

/// A picture travels inside the file: "data" holds it in base64. It is put there last, see withPictures: as a
/// value of the tree it would take eight times its memory.
constexpr char kPicturePlace[] = "\"data\": \"\\u0001";

QJsonArray figuresWithPlaces(const QList<Figure> &figures, QList<QByteArray> &pictures)
{
    QJsonArray array = toJson(figures);
    for (qsizetype i = 0; i < figures.size(); ++i) {
        if (figures[i].picture.isEmpty())
            continue;
        QJsonObject object = array[i].toObject();
        object.insert(QStringLiteral("data"), QString(QChar(1)) + QString::number(pictures.size()));
        pictures.append(figures[i].picture);
        array[i] = object;
    }
    return array;
}

/// No text of a report can look like a place: its quotation marks would be escaped.
QByteArray withPictures(const QByteArray &json, const QList<QByteArray> &pictures)
{
    if (pictures.isEmpty())
        return json;
    qsizetype all = json.size();
    for (const QByteArray &picture : pictures)
        all += (picture.size() + 2) / 3 * 4;
    QByteArray out;
    out.reserve(all);
    const qsizetype number = qsizetype(sizeof kPicturePlace) - 1;
    qsizetype done = 0;
    for (auto at = json.indexOf(kPicturePlace); at >= 0; at = json.indexOf(kPicturePlace, done)) {
        const auto end = json.indexOf('"', at + number);
        out.append(QByteArrayView(json).sliced(done, at + qsizetype(qstrlen("\"data\": \"")) - done));
        out += pictures.value(json.mid(at + number, end - at - number).toLongLong()).toBase64();
        done = end;
    }
    return out.append(QByteArrayView(json).sliced(done));
}

QJsonObject reportObject(const Report &report, QList<QByteArray> &pictures)
{
    QJsonObject root{{QStringLiteral("format"), QLatin1String(kFormat)},
        {QStringLiteral("version"), kVersion}, {QStringLiteral("form"), report.spec().id},
        {QStringLiteral("year"), report.year()}};
    writeFacts(report, root);
    QJsonObject sections;
    for (const SectionSpec &section : report.spec().sections) {
        if (section.kind != SectionSpec::Kind::Narrative)
            continue;
        QJsonArray array;
        for (const SubSection &sub : report.subSections(section.id))
            array.append(
                QJsonObject{{QStringLiteral("heading"), sub.heading}, {QStringLiteral("text"), sub.text}});
        sections.insert(section.id.toString(), array);
    }
    root.insert(QStringLiteral("sections"), sections);
    QJsonObject tables;
    QJsonObject notes;
    for (const TableSpec &table : report.spec().tables) {
        QJsonObject rows;
        for (const CellId &cell : table.cells) {
            QJsonObject row = rows.value(cell.row()).toObject();
            row.insert(cell.column(), cellValue(report, cell));
            rows.insert(cell.row(), row);
        }
        tables.insert(table.id.toString(), rows);
        if (const QString key = QLatin1String(fact::kTableNote) + table.id.toString(); report.hasFact(key))
            notes.insert(table.id.toString(), report.fact(key));
    }
    root.insert(QStringLiteral("tables"), tables);
    if (!notes.isEmpty())
        root.insert(QStringLiteral("table_notes"), notes);
    if (!report.channels().isEmpty())
        root.insert(QStringLiteral("channels"), toJson(report.channels()));
    if (!report.figures().isEmpty())
        root.insert(QStringLiteral("figures"), figuresWithPlaces(report.figures(), pictures));
    QJsonArray explanations;
    for (const auto &[key, explanation] : report.explanations().asKeyValueRange())
        explanations.append(QJsonObject{{QStringLiteral("key"), key},
            {QStringLiteral("text"), explanation.text}, {QStringLiteral("operands"), explanation.operands},
            {QStringLiteral("who"), explanation.who}, {QStringLiteral("at"), explanation.at}});
    if (!explanations.isEmpty())
        root.insert(QStringLiteral("explanations"), explanations);
    QJsonObject rulesOff;
    for (const auto &[rule, reason] : report.rulesOff().asKeyValueRange())
        rulesOff.insert(rule.toString(), reason);
    if (!rulesOff.isEmpty())
        root.insert(QStringLiteral("rules_off"), rulesOff);
    if (report.prior())
        root.insert(QStringLiteral("prior"), reportObject(*report.prior(), pictures));
    return root;
}

} // namespace

Result<ImportedReport> reportFromJson(const QByteArray &json)
{
    JsonCursor::Fault fault{ErrorCode::BadJson};
    const auto root = JsonCursor::parse(json, fault);
    QStringList notices;
    auto report = ReportReader(root, notices).read(fault, true);
    if (!report)
        return report.error();
    return ImportedReport{*std::move(report), notices, fault.removed};
}

QByteArray reportToJson(const Report &report)
{
    QList<QByteArray> pictures;
    const QJsonObject root = reportObject(report, pictures);
    return withPictures(QJsonDocument(root).toJson(QJsonDocument::Indented), pictures);
}

} // namespace nianbao
