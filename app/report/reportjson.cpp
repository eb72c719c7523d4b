// SPDX-License-Identifier: MulanPSL-2.0
#include "reportjson.h"

#include "bodykinds.h"
#include "bounds.h"
#include "cleanreport.h"
#include "cleantext.h"
#include "jsonreader.h"
#include "pictureheader.h"
#include "writewhole.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
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
    ReportReader(const JsonCursor &root, QStringList &notices, Origin origin)
        : m_root(root), m_notices(notices), m_isOwn(origin == Origin::OwnFile)
    {
        m_change.restores = m_isOwn;
    }
    Result<Report> read(JsonCursor::Fault &fault, bool mayHavePrior);

private:
    void readFacts();
    void readSections(const ReportSpec &spec);
    void readTables(const ReportSpec &spec);
    void readCell(const JsonCursor &json, const CellSpec &cell);
    std::optional<Amount> readFigure(const JsonCursor &json, const CellSpec &cell);
    void readChannels();
    void readIllustrations();
    QByteArray takePicture(const QByteArray &picture, const JsonCursor &json, qint64 &bytes) const;
    void readExplanations();
    void noticeUnknown(const JsonCursor &object, const QStringList &known);
    std::optional<qint64> count(const JsonCursor &json);
    bool hasSubSection(const Place &place) const;
    QString pathOf(const QString &where) const;
    Error atItsPath(const Error &error, ErrorCode general) const;

    JsonCursor m_root;
    QStringList &m_notices;
    bool m_isPrior = false;
    bool m_isOwn; // of one of our files: bounds are not asked
    Change m_change{};
    QHash<SectionId, int> m_subSections{}; // how many a section has
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
    if (const auto kind = organisation["kind"];
        !m_isOwn && kind.exists() && !kind.isNull() && !bodyKinds().contains(kind.string()))
        kind.fail(Words::tr("the kind is one of: %1").arg(bodyKinds().join(QStringLiteral(", "))));
    if (const auto date = m_root["date"]; !m_isOwn && date.exists() && !date.isNull()
        && !date.string().isEmpty() && !dateFrom(date.string()).isValid())
        date.fail(ErrorCode::BadDate, shortened(date.string()));
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
        m_subSections.insert(section.id, index);
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
    if (figure.exists() && !figure.isNull())
        amount = readFigure(figure, cell);
    if (cell.isComputed())
        m_totals.insert(cell.id, amount);
    else if (amount)
        m_change.steps.append(SetCell{cell.id, amount});
}

/// A number as it is spelled, or a text as a person writes figures.
std::optional<Amount> ReportReader::readFigure(const JsonCursor &json, const CellSpec &cell)
{
    const QString text = json.figure();
    std::optional<Amount> amount;
    if (const auto spelled = Amount::parse(text)) {
        amount = *spelled;
    } else {
        EntryPlace place = entryPlace(cell);
        place.takesNotes = false; // a note has its own key
        const auto entered = enter(text, place);
        if (entered)
            amount = entered->value;
        else if (entered.error().code == ErrorCode::NotANumber)
            json.fail(Words::tr("“%1” is no figure that can stand here").arg(shortened(text)));
        else if (entered.error().code == ErrorCode::TooManyDecimals)
            json.fail(Words::tr("%1 has more decimal places than can stand here").arg(shortened(text)));
        else if (entered.error().code == ErrorCode::NegativeNotAllowed)
            json.fail(Words::tr("%1: a negative figure cannot stand here").arg(shortened(text)));
        else
            json.fail(entered.error().code, entered.error().detail);
    }
    if (!amount)
        return std::nullopt;
    if (amount->isNegative() && !cell.mayBeNegative)
        json.fail(Words::tr("%1: a negative figure cannot stand here").arg(shortened(text)));
    else if (amount->decimals() > cell.decimals)
        json.fail(Words::tr("%1 has more decimal places than can stand here").arg(shortened(text)));
    else if (!cell.isComputed() && !amount->fitsACell())
        json.fail(ErrorCode::OutOfRange, shortened(text));
    return amount;
}

std::optional<qint64> ReportReader::count(const JsonCursor &json)
{
    if (!json.exists() || json.isNull())
        return std::nullopt;
    const QString text = json.figure();
    const auto spelled = Amount::parse(text);
    const auto entered = spelled ? Result<EnteredValue>(EnteredValue{*spelled, {}})
                                 : enter(text, {QStringLiteral("条"), 0, false, false});
    const ErrorCode code = entered ? ErrorCode::NotANumber : entered.error().code;
    const bool isCount
        = entered && entered->value && !entered->value->isNegative() && entered->value->decimals() == 0;
    if (isCount && (m_isOwn || entered->value->fitsACell()))
        return entered->value->whole();
    if (isCount || code == ErrorCode::OutOfRange)
        json.fail(ErrorCode::OutOfRange, shortened(text));
    else if (code == ErrorCode::UnclearMark || code == ErrorCode::SeveralFigures)
        json.fail(code, shortened(text));
    else
        json.fail(Words::tr("a count is expected here"));
    return std::nullopt;
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

void ReportReader::readIllustrations()
{
    QList<Illustration> illustrations;
    qint64 bytes = 0;
    for (const auto &item : m_root["figures"].items()) {
        illustrations.append({Place::parse(item["section"].string()).value_or(Place()),
            item["after_paragraph"].integerOr(0), item["kind"].string(), item["caption"].stringOr({}),
            item["chart"].stringOr({}), item["file"].stringOr({}), {}});
        if (const auto data = item["data"]; data.exists() && !data.isNull()) {
            const auto decoded = QByteArray::fromBase64Encoding(
                data.string().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
            if (!decoded)
                data.fail(Words::tr("the picture is not in base64"));
            illustrations.last().picture = takePicture(*decoded, data, bytes);
        }
        if (illustrations.last().kind != u"picture" && illustrations.last().kind != u"chart")
            item["kind"].fail(Words::tr("the kind is picture or chart"));
        if (!m_isOwn && !hasSubSection(illustrations.last().place)) // it would be kept and never printed
            item["section"].fail(
                Words::tr("the report has no such sub-section; the first is %1")
                    .arg(Place::subSection(SectionId(QStringLiteral("overview")), 0).toString()));
        if (!m_isOwn && illustrations.last().afterParagraph < 0)
            item["after_paragraph"].fail(Words::tr("a number of paragraphs is expected here"));
    }
    m_change.steps.append(SetIllustrations{illustrations});
}

bool ReportReader::hasSubSection(const Place &place) const
{
    return place.kind() == Place::Kind::SubSection && place.index() < m_subSections.value(place.sectionId());
}

/// Where the file says it: overview/2 stands at sections.overview[1].text.
QString ReportReader::pathOf(const QString &where) const
{
    if (where == u"illustrations") // all of them: no place of its own
        return QStringLiteral("figures");
    const Place place = Place::parse(where).value_or(Place());
    const QString sections = QStringLiteral("sections.") + place.sectionId().toString();
    switch (place.kind()) {
    case Place::Kind::Cell: return QStringLiteral("tables.") + where;
    case Place::Kind::Note: return QStringLiteral("tables.%1.note").arg(place.cellId().toString());
    case Place::Kind::Section: return m_subSections.contains(place.sectionId()) ? sections : where;
    case Place::Kind::SubSection: return QStringLiteral("%1[%2].text").arg(sections).arg(place.index());
    case Place::Kind::Heading: return QStringLiteral("%1[%2].heading").arg(sections).arg(place.index());
    case Place::Kind::Channel: return QStringLiteral("channels[%1]").arg(place.index());
    case Place::Kind::Category:
        return QStringLiteral("channels[%1].categories[%2]").arg(place.index()).arg(place.categoryIndex());
    case Place::Kind::Illustration:
    case Place::Kind::Picture:
    case Place::Kind::Caption: return QStringLiteral("figures[%1]").arg(place.index());
    default: return where;
    }
}

/// What the report refuses is named by the path of the file.
Error ReportReader::atItsPath(const Error &error, ErrorCode general) const
{
    QString path = pathOf(error.where);
    if (!m_root.path().isEmpty())
        path.prepend(m_root.path() + u'.');
    const bool hasSentence = error.code == ErrorCode::TooLong || error.code == ErrorCode::TooMany
        || error.code == ErrorCode::OutOfRange || error.code == ErrorCode::PictureTooLarge
        || error.code == ErrorCode::BadDate;
    return {hasSentence ? error.code : general, path, error.detail};
}

void ReportReader::readExplanations()
{
    for (const auto &item : m_root["explanations"].items()) {
        if (!item["key"].exists())
            item["key"].fail(Words::tr("a text is expected here"));
        m_change.steps.append(SetExplanation{item["key"].verbatim(),
            Explanation{item["text"].stringOr({}), item["operands"].verbatim(), item["who"].stringOr({}),
                item["at"].verbatim()}});
        noticeUnknown(item,
            {QStringLiteral("key"), QStringLiteral("text"), QStringLiteral("operands"), QStringLiteral("who"),
                QStringLiteral("at")});
    }
    const auto off = m_root["rules_off"];
    for (const QString &rule : off.keys()) {
        if (!canName(RuleId(rule)))
            off.member(rule).fail(Words::tr("this cannot be the name of a rule"));
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
    const bool isYear
        = m_isOwn ? year >= 1 && year <= 9999 : year >= bounds::kFirstYear && year <= bounds::kLastYear;
    if (!isYear)
        m_root["year"].fail(Words::tr("a year from %1 to %2 is expected here")
                                .arg(bounds::kFirstYear)
                                .arg(bounds::kLastYear));
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
    readIllustrations();
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
        auto priorReport
            = ReportReader(prior, m_notices, m_isOwn ? Origin::OwnFile : Origin::Outside).read(fault, false);
        if (!priorReport)
            return priorReport.error();
        m_change.steps.append(SetPrior{std::make_shared<const Report>(*std::move(priorReport))});
    }
    if (fault.first)
        return *fault.first;
    Report report(spec, year);
    if (const auto done = report.apply(cleaned(m_change)); !done)
        return atItsPath(done.error(), fault.code);
    Change totals;
    totals.restores = m_isOwn;
    for (const auto &[cell, declared] : m_totals.asKeyValueRange()) {
        if (declared != report.computed(cell))
            totals.steps.append(SetDeclared{cell, Declared{declared, false}});
    }
    if (const auto done = report.apply(totals); !done)
        return atItsPath(done.error(), fault.code);
    return report;
}

// Writing

QJsonValue amountValue(const Amount &amount, bool asText)
{
    const QString text = amount.toString();
    if (amount.decimals() == 0 && amount == Amount::fromInteger(amount.whole()))
        return amount.whole();
    // as a number only where every reader sees the same digits: 0.000001 would be spelled 1e-06
    const double number = text.toDouble();
    const bool isPlain = QString::number(number, 'g', QLocale::FloatingPointShortest) == text;
    return asText || text.size() > kExactDigits || !isPlain ? QJsonValue(text) : QJsonValue(number);
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
            QJsonArray::fromStringList(cleanText(report.fact(fact::kNames)).split(u'\n')));
    if (!organisation.contains(QStringLiteral("name")))
        organisation.insert(QStringLiteral("name"), QJsonValue()); // not the same as an empty one
    root.insert(QStringLiteral("organisation"), organisation);
    if (!people.isEmpty())
        root.insert(QStringLiteral("people"), people);
}

/// A picture travels inside the file: "data" holds it in base64. It is put there last, see withPictures: as a
/// value of the tree it would take eight times its memory.
constexpr char kPicturePlace[] = "\"data\": \"\\u0001";

QJsonArray illustrationsWithPlaces(const QList<Illustration> &illustrations, QList<QByteArray> &pictures)
{
    QJsonArray array = toJson(illustrations);
    for (qsizetype i = 0; i < illustrations.size(); ++i) {
        if (illustrations[i].picture.isEmpty())
            continue;
        QJsonObject object = array[i].toObject();
        object.insert(QStringLiteral("data"), QString(QChar(1)) + QString::number(pictures.size()));
        pictures.append(illustrations[i].picture);
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
    if (!report.illustrations().isEmpty())
        root.insert(QStringLiteral("figures"), illustrationsWithPlaces(report.illustrations(), pictures));
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

/// The report without what the format does not say.
Report asWritten(const Report &report)
{
    Report plain = report;
    Change change;
    change.restores = true;
    change.steps.append(SetReview{});
    for (const CellId &cell : report.spec().evaluationOrder) {
        const auto declared = report.declared(cell);
        if (!declared)
            continue;
        const bool differs = declared->value != report.computed(cell);
        change.steps.append(
            SetDeclared{cell, differs ? std::optional(Declared{declared->value, false}) : std::nullopt});
    }
    if (report.prior())
        change.steps.append(SetPrior{std::make_shared<const Report>(asWritten(*report.prior()))});
    std::ignore = plain.apply(change); // steps of what is there
    return plain;
}

} // namespace

Result<ImportedReport> reportFromJson(const QByteArray &json, Origin origin)
{
    JsonCursor::Fault fault{ErrorCode::BadJson};
    const auto root = JsonCursor::parse(json, fault);
    QStringList notices;
    auto report = ReportReader(root, notices, origin).read(fault, true);
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

Result<QByteArray> provenJson(const Report &report, Origin origin)
{
    const Report clean = cleaned(report); // as every reader takes it
    const QByteArray json = reportToJson(clean);
    const auto again = reportFromJson(json, origin);
    if (!again)
        return again.error();
    if (!(again->report == asWritten(clean)))
        return Error{
            ErrorCode::WriteFailed, QStringLiteral("JSON"), Words::tr("what was written does not read back")};
    return json;
}

Result<> writeJson(const Report &report, const QString &path)
{
    for (const Illustration &illustration :
        report.illustrations()) { // of last year's report none is ever read
        const auto good = illustration.picture.isEmpty()
            ? Result<>()
            : judgePicture(illustration.picture, illustration.file);
        if (!good)
            return good;
    }
    const auto json = provenJson(report);
    return json ? writeWhole(path, *json) : Result<>(json.error());
}

} // namespace nianbao
