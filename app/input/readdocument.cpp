// SPDX-License-Identifier: MulanPSL-2.0
#include "readdocument.h"

#include "docxreader.h"
#include "htmlreader.h"
#include "officeconversion.h"
#include "packagereader.h"
#include "pdfdocument.h"
#include "readreport.h"
#include "textreader.h"
#include "wholefile.h"
#include "xlsxreader.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace nianbao {

namespace {

enum class Kind { Docx, Xlsx, Html, Mht, Pdf, Text, Csv, Office, Encrypted, Unknown };

constexpr char kSqliteMagic[] = "SQLite format 3";
constexpr char kOleMagic[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"; // MS-CFB: .doc, .xls, .wps, encrypted .docx
constexpr qsizetype kStart = 4'096; // of a file; what a kind is known by stands there

const QStringList kTextSuffixes{QStringLiteral("txt"), QStringLiteral("text"), QStringLiteral("md")};
const QStringList kTableSuffixes{QStringLiteral("csv"), QStringLiteral("tsv")};
const QStringList kOfficeSuffixes{QStringLiteral("doc"), QStringLiteral("wps"), QStringLiteral("xls"),
    QStringLiteral("et"), QStringLiteral("odt"), QStringLiteral("ods"), QStringLiteral("rtf")};

QString suffixOfFile(const QString &path) { return QFileInfo(path).suffix().toLower(); }

/// A package that breaks a limit, or is encrypted, is told as such; one that is only broken may be anything.
Result<Kind> kindOfUnread(const Error &error)
{
    if (error.code == ErrorCode::NeedsPassword)
        return Kind::Encrypted;
    const bool isLimit = error.code == ErrorCode::TooManyParts || error.code == ErrorCode::TooLarge;
    return isLimit ? Result<Kind>(error) : Result<Kind>(Kind::Unknown);
}

/// What a zip holds is told by the part that its relationships call the document.
Result<Kind> kindOfPackage(const QByteArray &bytes)
{
    auto package = PackageReader::open(bytes);
    if (!package)
        return kindOfUnread(package.error());
    if (package->has(QStringLiteral("mimetype")))
        return Kind::Office; // OpenDocument
    const auto relations = package->relations();
    if (!relations)
        return kindOfUnread(relations.error());
    for (const PackageReader::Relation &relation : *relations) {
        if (relation.type == u"officeDocument")
            return relation.target.startsWith(u"xl/") ? Kind::Xlsx : Kind::Docx;
    }
    return Kind::Unknown;
}

/// Whether it begins as a page does: offices call web pages .doc and .xls, too.
bool looksLikeHtml(const QByteArray &start)
{
    const QByteArray words = start.toLower().replace('\0', "").simplified();
    for (const char *tag : {"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta"}) {
        if (words.contains(tag))
            return true;
    }
    return false;
}

bool looksLikeMht(const QByteArray &start)
{
    const QByteArray words = start.toLower();
    return words.contains("mime-version:") && words.contains("multipart/related");
}

Result<Kind> kindOf(const QByteArray &bytes, const QString &suffix)
{
    const QByteArray start = bytes.left(kStart);
    if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) {
        const auto kind = kindOfPackage(bytes);
        if (!kind || *kind != Kind::Unknown)
            return kind;
        return suffix == u"xlsx" ? Kind::Xlsx : suffix == u"docx" ? Kind::Docx : Kind::Unknown;
    }
    if (start.left(1'024).contains("%PDF-"))
        return Kind::Pdf;
    if (start.startsWith(QByteArray::fromRawData(kOleMagic, sizeof kOleMagic - 1)))
        return suffix == u"docx" || suffix == u"xlsx" ? Kind::Encrypted : Kind::Office;
    if (start.startsWith("{\\rtf"))
        return Kind::Office;
    if (looksLikeMht(start))
        return Kind::Mht;
    if (suffix.startsWith(u"htm") || looksLikeHtml(start))
        return Kind::Html;
    if (kTableSuffixes.contains(suffix))
        return Kind::Csv;
    return kTextSuffixes.contains(suffix) || suffix.isEmpty() ? Kind::Text : Kind::Unknown;
}

Result<ForeignDocument> readByOffice(
    const QByteArray &bytes, const QString &suffix, const std::stop_token &stop)
{
    const bool isKnown = kOfficeSuffixes.contains(suffix);
    const auto converted = convertByOffice(bytes, isKnown ? suffix : QStringLiteral("doc"), stop);
    if (!converted)
        return converted.error();
    return converted->kind == u"xlsx" ? readXlsx(converted->bytes) : readDocx(converted->bytes);
}

Result<ForeignDocument> readBytes(const QByteArray &bytes, const QString &suffix, const std::stop_token &stop)
{
    const auto kind = kindOf(bytes, suffix);
    if (!kind)
        return kind.error();
    switch (*kind) {
    case Kind::Docx: return readDocx(bytes);
    case Kind::Xlsx: return readXlsx(bytes);
    case Kind::Html: return readHtml(bytes);
    case Kind::Mht: return readMht(bytes);
    case Kind::Pdf: return readPdf(bytes, stop);
    case Kind::Text: return readPlainText(bytes);
    case Kind::Csv: return readCsv(bytes);
    case Kind::Office: return readByOffice(bytes, suffix, stop);
    case Kind::Encrypted: return Error{ErrorCode::NeedsPassword};
    case Kind::Unknown: break;
    }
    const bool isCalledReadable = readableSuffixes().contains(suffix);
    return Error{isCalledReadable ? ErrorCode::NotOfItsKind : ErrorCode::UnknownKind, {}, suffix};
}

} // namespace

QStringList readableSuffixes()
{
    return QStringList{QStringLiteral("docx"), QStringLiteral("xlsx"), QStringLiteral("html"),
               QStringLiteral("htm"), QStringLiteral("mht"), QStringLiteral("mhtml"), QStringLiteral("pdf")}
    + kTextSuffixes + kTableSuffixes + kOfficeSuffixes;
}

Result<bool> isOwnReport(const QString &path)
{
    const QString suffix = suffixOfFile(path);
    if (path.startsWith(QStringLiteral(":/")) || suffix == u"nianbao" || suffix == u"json")
        return true;
    const auto file = RegularFile::open(path, bounds::kReportFileBytes);
    if (!file)
        return file.error();
    const auto start = file->read(0, kStart);
    if (!start)
        return start.error();
    if (start->startsWith(kSqliteMagic))
        return true;
    return start->trimmed().startsWith('{') && start->contains("nianbao-report");
}

Result<ReadDocument> readDocument(const QString &path, const std::stop_token &stop)
{
    const auto bytes = readWholeFile(path, kDocumentBytes);
    if (!bytes)
        return bytes.error();
    auto document = readBytes(*bytes, suffixOfFile(path), stop);
    if (!document)
        return Error{document.error().code, path, document.error().detail};
    return ReadDocument{*std::move(document), QFileInfo(path).fileName(),
        QString::fromLatin1(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex())};
}

Result<ReadDocument> readPasted(const QString &html, const QString &text)
{
    const QByteArray bytes = (html.isEmpty() ? text : html).toUtf8();
    auto document = html.isEmpty() ? readPlainText(bytes) : readHtml(bytes);
    if (!document)
        return document.error();
    return ReadDocument{*std::move(document), {},
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())};
}

Result<TakenReport> takeReport(const QString &path, const TakeChoices &choices)
{
    const auto isOurs = isOwnReport(path);
    if (!isOurs)
        return isOurs.error();
    if (*isOurs) {
        auto read = readReport(path);
        return read ? Result<TakenReport>(TakenReport{*std::move(read), std::nullopt}) : read.error();
    }
    const auto read = readDocument(path);
    if (!read)
        return read.error();
    IntakeHints hints = choices.hints;
    hints.file = read->file;
    Proposal proposal = recognise(read->document, hints);
    if (!proposal.isReport)
        return Error{ErrorCode::NothingRecognised, path};
    if (!proposal.year)
        return Error{ErrorCode::YearUnknown, path};
    Acceptance acceptance;
    acceptance.guesses = choices.guesses;
    Report report = reportFrom(proposal, acceptance, *proposal.year);
    return TakenReport{ImportedReport{std::move(report), {}, {}}, std::move(proposal)};
}

} // namespace nianbao
