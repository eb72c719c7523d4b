// SPDX-License-Identifier: MulanPSL-2.0
#include "reportjson.h"

#include "cleanreport.h"
#include "jsonparts.h"
#include "pictureheader.h"
#include "reviewmoves.h"
#include "writewhole.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace nianbao {

namespace {

constexpr auto kFormat = "nianbao-report";
constexpr int kVersion = 1;

/// Where the file says it: overview/2 stands at sections.overview[1].text.
QString pathOf(const QString &where, const JsonIn &in)
{
    if (where == u"illustrations") // all of them: no place of its own
        return QStringLiteral("figures");
    if (where.startsWith(u"comments/")) { // by number there, by position here
        const auto &steps = in.change.steps;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const auto *comment = std::get_if<SetComment>(&steps[i]);
            if (comment && where == QStringLiteral("comments/%1").arg(comment->id))
                return QStringLiteral("comments[%1]").arg(i);
        }
    }
    const Place place = Place::parse(where).value_or(Place());
    const QString sections = QStringLiteral("sections.") + place.sectionId().toString();
    switch (place.kind()) {
    case Place::Kind::Cell: return QStringLiteral("tables.") + where;
    case Place::Kind::Note: return QStringLiteral("tables.%1.note").arg(place.cellId().toString());
    case Place::Kind::Section: return in.subSections.contains(place.sectionId()) ? sections : where;
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
Error atItsPath(const Error &error, ErrorCode general, const JsonIn &in)
{
    QString path = pathOf(error.where, in);
    if (!in.root.path().isEmpty())
        path.prepend(in.root.path() + u'.');
    const bool hasSentence = error.code == ErrorCode::TooLong || error.code == ErrorCode::TooMany
        || error.code == ErrorCode::OutOfRange || error.code == ErrorCode::PictureTooLarge
        || error.code == ErrorCode::BadDate;
    return {hasSentence ? error.code : general, path, error.detail};
}

/// As RFC 4122 writes it; anything else is not one.
std::optional<QUuid> idFrom(const QString &text)
{
    const QUuid id = QUuid::fromString(text);
    const bool isWritten = !id.isNull() && id.toString(QUuid::WithoutBraces) == text.toLower();
    return isWritten ? std::optional(id) : std::nullopt;
}

const QString kConfirmed = QStringLiteral("confirmed"); // in a picture of a move

QStringList confirmedTotals(const JsonCursor &root) { return root.member(kConfirmed).strings(); }

/// Of last year's report within a picture of a move only the hash.
Result<PriorPointer> keptPrior(const QString &key, const BytesOf &bytesOf)
{
    const QByteArray json = bytesOf(key);
    if (json.isEmpty()) // nobody has it any more
        return PriorPointer();
    auto report = reportFromJson(json, Origin::OwnFile);
    return report ? Result<PriorPointer>(std::make_shared<const Report>(std::move(report->report)))
                  : Result<PriorPointer>(report.error());
}

Result<Report> readReport(const JsonCursor &root, JsonCursor::Fault &fault, QStringList &notices, bool isOwn,
    bool isPrior, const BytesOf *kept = nullptr)
{
    if (fault.first)
        return *fault.first;
    if (!isPrior || root["format"].exists()) {
        if (root["format"].stringOr({}) != QLatin1String(kFormat))
            root["format"].fail(
                JsonWords::tr("this is not a report: the format must be %1").arg(QLatin1String(kFormat)));
        if (root["version"].integer() != kVersion)
            root["version"].fail(JsonWords::tr("only version %1 can be read").arg(kVersion));
    }
    const int year = root["year"].integer();
    const bool isYear
        = isOwn ? year >= 1 && year <= 9999 : year >= bounds::kFirstYear && year <= bounds::kLastYear;
    if (!isYear)
        root["year"].fail(JsonWords::tr("a year from %1 to %2 is expected here")
                              .arg(bounds::kFirstYear)
                              .arg(bounds::kLastYear));
    const auto form = root["form"];
    const auto spec = form.exists() ? findForm(form.string()) : formForYear(year);
    if (!spec)
        form.fail(JsonWords::tr("there is no form %1").arg(form.string()));
    const auto given = root["id"];
    const auto id = given.exists() && !given.isNull() ? idFrom(given.string()) : QUuid();
    if (!id)
        given.fail(JsonWords::tr("a UUID is expected here"));
    if (fault.first)
        return *fault.first;
    JsonIn in{root, *spec, isOwn, isPrior, notices, kept};
    in.change.restores = isOwn;
    Facts::read(in);
    Prose::read(in); // before the illustrations: they stand in sub-sections
    Tables::read(in);
    Facts::readTableNotes(in);
    Channels::read(in);
    Illustrations::read(in);
    Explanations::read(in);
    Review::read(in);
    in.noticeUnknown(root,
        {QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("id"), QStringLiteral("form"),
            QStringLiteral("year"), QStringLiteral("title"), QStringLiteral("introduction"),
            QStringLiteral("source"), QStringLiteral("organisation"), QStringLiteral("sections"),
            QStringLiteral("tables"), QStringLiteral("channels"), QStringLiteral("prior"),
            QStringLiteral("date"), QStringLiteral("signature"), QStringLiteral("people"),
            QStringLiteral("figures"), QStringLiteral("table_notes"), QStringLiteral("allowed_words"),
            QStringLiteral("explanations"), QStringLiteral("rules_off"), QStringLiteral("review"),
            QStringLiteral("seal"), QStringLiteral("handed_over"), QStringLiteral("published"),
            QStringLiteral("comments"), kConfirmed});
    if (const auto prior = root["prior"]; kept && prior.exists()) {
        const auto priorReport = keptPrior(prior.string(), *kept);
        if (!priorReport)
            return priorReport.error();
        in.change.steps.append(SetPrior{*priorReport});
    } else if (!isPrior && prior.exists() && !prior.isNull()) {
        auto priorReport = readReport(prior, fault, notices, isOwn, true);
        if (!priorReport)
            return priorReport.error();
        in.change.steps.append(SetPrior{std::make_shared<const Report>(*std::move(priorReport))});
    }
    if (fault.first)
        return *fault.first;
    Report report(spec, year, *id);
    if (const auto done = report.apply(cleaned(in.change)); !done)
        return atItsPath(done.error(), fault.code, in);
    Change totals;
    totals.restores = isOwn;
    const QStringList confirmed = kept ? confirmedTotals(root) : QStringList();
    for (SetDeclared total : in.totals) {
        total.declared->confirmed = confirmed.contains(total.cell.toString());
        if (total.declared->confirmed || total.declared->value != report.computed(total.cell))
            totals.steps.append(total);
    }
    if (const auto done = report.apply(totals); !done)
        return atItsPath(done.error(), fault.code, in);
    in.change.steps.clear();
    Comments::read(in, report); // they hang on what stands there
    if (fault.first)
        return *fault.first;
    if (const auto done = report.apply(cleaned(in.change)); !done)
        return atItsPath(done.error(), fault.code, in);
    return report;
}

/// Where a picture is put into the written text, see JsonOut::placeOf. No text of a report can look like it:
/// its quotation marks would be escaped.
constexpr char kPicturePlace[] = "\"data\": \"\\u0001";

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

QJsonObject reportObject(const Report &report, QList<QByteArray> &pictures, KeptBytes *large = nullptr)
{
    JsonOut out{report.spec(),
        {{QStringLiteral("format"), QLatin1String(kFormat)}, {QStringLiteral("version"), kVersion},
            {QStringLiteral("form"), report.spec().id}, {QStringLiteral("year"), report.year()}},
        pictures, large};
    if (!report.id().isNull())
        out.root.insert(QStringLiteral("id"), report.id().toString(QUuid::WithoutBraces));
    const ReportParts &parts = report.parts();
    parts.facts.write(out);
    parts.prose.write(out);
    parts.tables.write(out);
    parts.channels.write(out);
    parts.illustrations.write(out);
    parts.explanations.write(out);
    parts.review.write(out);
    parts.comments.write(out, report);
    if (report.prior() && !large)
        out.root.insert(QStringLiteral("prior"), reportObject(*report.prior(), pictures));
    return out.root;
}

/// The report without what the format does not say.
Report asWritten(const Report &report)
{
    Report plain = report;
    Change change;
    change.restores = true;
    change.steps.append(SetReview{report.review().asWritten()});
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
    auto report = readReport(root, fault, notices, origin == Origin::OwnFile, false);
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

QString charactersOf(const Report &report)
{
    QList<QByteArray> pictures; // stay out of it
    const QByteArray json = QJsonDocument(reportObject(report, pictures)).toJson(QJsonDocument::Compact);
    QSet<char32_t> characters;
    for (const char32_t c : QString::fromUtf8(json).toUcs4())
        characters.insert(c);
    QList<char32_t> sorted(characters.cbegin(), characters.cend());
    std::sort(sorted.begin(), sorted.end());
    return QString::fromUcs4(sorted.constData(), sorted.size());
}

Result<QByteArray> provenJson(const Report &report, Origin origin)
{
    const Report clean = cleaned(report); // as every reader takes it
    const QByteArray json = reportToJson(clean);
    const auto again = reportFromJson(json, origin);
    if (!again)
        return again.error();
    if (!(again->report == asWritten(clean)))
        return Error{ErrorCode::WriteFailed, QStringLiteral("JSON"),
            JsonWords::tr("what was written does not read back")};
    return json;
}

Result<QByteArray> keptPicture(const Report &report, KeptBytes &large)
{
    const Report plain = withoutTalk(report);
    QList<QByteArray> pictures;
    QJsonObject root = reportObject(plain, pictures, &large);
    if (plain.prior()) {
        const auto prior = provenJson(*plain.prior(), Origin::OwnFile);
        if (!prior)
            return prior.error();
        const QString key = keyOf(*prior);
        large.insert(key, *prior);
        root.insert(QStringLiteral("prior"), key);
    }
    QJsonArray confirmed;
    for (const CellId &cell : plain.spec().evaluationOrder) {
        if (const auto declared = plain.declared(cell); declared && declared->confirmed)
            confirmed.append(cell.toString());
    }
    if (!confirmed.isEmpty())
        root.insert(kConfirmed, confirmed);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

Result<Report> fromKeptPicture(const QByteArray &json, const BytesOf &bytesOf)
{
    JsonCursor::Fault fault{ErrorCode::BadJson};
    const auto root = JsonCursor::parse(json, fault);
    QStringList notices;
    return readReport(root, fault, notices, true, false, &bytesOf);
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
