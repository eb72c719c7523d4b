// SPDX-License-Identifier: MulanPSL-2.0
#include "exportreport.h"

#include "csvwriter.h"
#include "docxwriter.h"
#include "exportnotices.h"
#include "htmlwriter.h"
#include "pdfwriter.h"
#include "reportjson.h"
#include "session.h"
#include "textwriter.h"
#include "workbook.h"
#include "writewhole.h"
#include "xlsxworkbook.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace nianbao {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

struct KindSuffix {
    ExportKind kind;
    const char *suffix;
};
constexpr std::array kSuffixes{KindSuffix{ExportKind::Pdf, "pdf"}, KindSuffix{ExportKind::Word, "docx"},
    KindSuffix{ExportKind::Excel, "xlsx"}, KindSuffix{ExportKind::Html, "html"},
    KindSuffix{ExportKind::Html, "htm"}, KindSuffix{ExportKind::HtmlFragment, "html"},
    KindSuffix{ExportKind::Text, "txt"}, KindSuffix{ExportKind::Csv, "csv"},
    KindSuffix{ExportKind::Json, "json"}};

Result<std::shared_ptr<const FontSet>> fontsFor(const ExportRequest &request)
{
    if (request.fonts)
        return request.fonts;
    return FontSet::load(pageStyle().fonts);
}

/// The pages, put where `write` wants them.
Result<QStringList> pdfTo(const Session &session, const ExportRequest &request,
    const std::function<Result<>(const PageDocument &, const PdfOptions &)> &write)
{
    const auto fonts = fontsFor(request);
    if (!fonts)
        return fonts.error();
    const PageDocument pages = paperPages(request.paper, session, request.choices, *fonts);
    PdfOptions options = pdfOptions(request.paper, session, request.choices);
    options.progress = request.progress;
    if (const auto done = write(pages, options); !done)
        return done.error();
    return exportNotices(pages, request.choices.marksArchival);
}

Result<QByteArray> pdfBytes(const Session &session, const ExportRequest &request)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto done
        = pdfTo(session, request, [&buffer](const PageDocument &pages, const PdfOptions &options) {
              return writePdf(pages, buffer, options);
          });
    return done ? Result<QByteArray>(bytes) : done.error();
}

Result<QByteArray> wordBytes(const Session &session, const ExportRequest &request)
{
    const auto fonts = fontsFor(request);
    if (!fonts)
        return fonts.error();
    DocxChoices choices;
    choices.signature = request.choices.signature;
    const Margin margin = request.paper == Paper::Review ? Margin::Comments : Margin::Clean;
    return docxOf(paperManuscript(request.paper, session, margin), choices, **fonts);
}

Result<QByteArray> htmlBytes(const Session &session, const ExportRequest &request)
{
    const auto fonts = fontsFor(request);
    if (!fonts)
        return fonts.error();
    HtmlChoices choices;
    choices.isFragment = request.kind == ExportKind::HtmlFragment;
    choices.signature = request.choices.signature;
    return htmlOf(paperManuscript(request.paper, session), choices, **fonts);
}

QByteArray textBytes(const Session &session, const ExportRequest &request)
{
    Manuscript manuscript = paperManuscript(request.paper, session);
    if (!request.choices.signature) {
        for (Manuscript::Part &part : manuscript.parts)
            std::erase_if(
                part.blocks, [](const Block &block) { return std::holds_alternative<Signature>(block); });
    }
    return plainText(manuscript).toUtf8();
}

Result<> mayBe(const ExportRequest &request)
{
    if (request.paper == Paper::Report || !isOfReportOnly(request.kind))
        return {};
    return Error{ErrorCode::BadArguments, {},
        Words::tr(
            "Only the report itself is written as .%1; a paper about it can be exported as .pdf, .docx, "
            ".html or .txt.")
            .arg(suffixOf(request.kind))};
}

} // namespace

std::optional<ExportKind> exportKindOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const KindSuffix &each : kSuffixes) {
        if (suffix == QLatin1String(each.suffix))
            return each.kind;
    }
    return std::nullopt;
}

QString suffixOf(ExportKind kind)
{
    for (const KindSuffix &each : kSuffixes) {
        if (each.kind == kind)
            return QLatin1String(each.suffix);
    }
    return {};
}

bool isOfReportOnly(ExportKind kind)
{
    return kind == ExportKind::Excel || kind == ExportKind::Csv || kind == ExportKind::Json;
}

Result<QByteArray> exportedBytes(const Session &session, const ExportRequest &request)
{
    if (const auto may = mayBe(request); !may)
        return may.error();
    switch (request.kind) {
    case ExportKind::Pdf: return pdfBytes(session, request);
    case ExportKind::Word: return wordBytes(session, request);
    case ExportKind::Excel: return xlsxOf(workbookOf(session.report(), session.findings()));
    case ExportKind::Html:
    case ExportKind::HtmlFragment: return htmlBytes(session, request);
    case ExportKind::Text: return textBytes(session, request);
    case ExportKind::Csv: return csvOf(workbookOf(session.report(), session.findings()));
    case ExportKind::Json: break;
    }
    return provenJson(session.report());
}

Result<QStringList> exportReport(const Session &session, const ExportRequest &request, const QString &path)
{
    if (const auto may = mayReplace(path); !may)
        return may.error();
    if (const auto may = mayBe(request); !may)
        return may.error();
    if (request.kind == ExportKind::Pdf) // page by page to the disk
        return pdfTo(session, request, [&path](const PageDocument &pages, const PdfOptions &options) {
            return writePdf(pages, path, options);
        });
    if (request.kind == ExportKind::Json) {
        const auto done = writeJson(session.report(), path);
        return done ? Result<QStringList>(QStringList()) : done.error();
    }
    const auto bytes = exportedBytes(session, request);
    if (!bytes)
        return bytes.error().where.isEmpty() ? Error{bytes.error().code, path, bytes.error().detail}
                                             : bytes.error();
    const auto done = writeWhole(path, *bytes);
    return done ? Result<QStringList>(QStringList()) : done.error();
}

} // namespace nianbao
