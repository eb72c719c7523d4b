// SPDX-License-Identifier: MulanPSL-2.0
#include "exportreport.h"

#include "csvwriter.h"
#include "docxwriter.h"
#include "exportnotices.h"
#include "htmlwriter.h"
#include "pdfwriter.h"
#include "reportjson.h"
#include "sample.h"
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

bool isDrawn(ExportKind kind)
{
    return kind == ExportKind::Pdf || kind == ExportKind::Word || kind == ExportKind::Html
        || kind == ExportKind::HtmlFragment;
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

struct PreparedExport::Content {
    ExportRequest request;
    PaperContent paper{}; // of pages and texts
    PdfOptions pdf{};
    std::optional<Workbook> figures{};
    std::optional<Report> report{}; // as JSON

    Result<QStringList> pdfTo(const TellProgress &progress,
        const std::function<Result<>(const PageDocument &, const PdfOptions &)> &write) const;
    Result<QByteArray> pdfBytes(const TellProgress &progress) const;
    Result<QByteArray> wordBytes() const;
    Result<QByteArray> htmlBytes() const;
    QByteArray textBytes() const;
};

/// The pages, put where `write` wants them.
Result<QStringList> PreparedExport::Content::pdfTo(const TellProgress &progress,
    const std::function<Result<>(const PageDocument &, const PdfOptions &)> &write) const
{
    const PageDocument pages = pagesOf(paper, request.fonts);
    PdfOptions options = pdf;
    options.progress = progress;
    if (const auto done = write(pages, options); !done)
        return done.error();
    return exportNotices(pages, request.choices.marksArchival);
}

Result<QByteArray> PreparedExport::Content::pdfBytes(const TellProgress &progress) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto done = pdfTo(progress, [&buffer](const PageDocument &pages, const PdfOptions &options) {
        return writePdf(pages, buffer, options);
    });
    return done ? Result<QByteArray>(bytes) : done.error();
}

Result<QByteArray> PreparedExport::Content::wordBytes() const
{
    DocxChoices choices;
    choices.signature = request.choices.signature;
    return docxOf(paper.manuscript, choices, *request.fonts);
}

Result<QByteArray> PreparedExport::Content::htmlBytes() const
{
    HtmlChoices choices;
    choices.isFragment = request.kind == ExportKind::HtmlFragment;
    choices.signature = request.choices.signature;
    return htmlOf(paper.manuscript, choices, *request.fonts);
}

QByteArray PreparedExport::Content::textBytes() const
{
    Manuscript manuscript = paper.manuscript;
    if (!request.choices.signature) {
        for (Manuscript::Part &part : manuscript.parts)
            std::erase_if(
                part.blocks, [](const Block &block) { return std::holds_alternative<Signature>(block); });
    }
    return plainText(manuscript).toUtf8();
}

Result<PreparedExport> prepareExport(const Session &session, const ExportRequest &request)
{
    if (const auto may = mayBe(request); !may)
        return may.error();
    auto content = std::make_shared<PreparedExport::Content>(PreparedExport::Content{request});
    if (isDrawn(request.kind)) {
        const auto fonts = fontsFor(request);
        if (!fonts)
            return fonts.error();
        content->request.fonts = *fonts;
    }
    switch (request.kind) {
    case ExportKind::Pdf:
        content->paper = paperContent(request.paper, session, request.choices);
        content->pdf = pdfOptions(request.paper, session, request.choices);
        break;
    case ExportKind::Word:
        content->paper.manuscript = paperManuscript(
            request.paper, session, request.paper == Paper::Review ? Margin::Comments : Margin::Clean);
        break;
    case ExportKind::Html:
    case ExportKind::HtmlFragment:
    case ExportKind::Text: content->paper.manuscript = paperManuscript(request.paper, session); break;
    case ExportKind::Excel:
    case ExportKind::Csv:
        content->figures = workbookOf(session.report(), session.findings());
        if (sample::isSample(session.report())) {
            for (Workbook::Sheet &sheet : content->figures->sheets)
                sheet.heading.prepend(QStringLiteral("【示例】"));
        }
        break;
    case ExportKind::Json: content->report = session.report(); break;
    }
    return PreparedExport(std::move(content));
}

Result<QByteArray> PreparedExport::bytes(const TellProgress &progress) const
{
    switch (d->request.kind) {
    case ExportKind::Pdf: return d->pdfBytes(progress);
    case ExportKind::Word: return d->wordBytes();
    case ExportKind::Excel: return xlsxOf(*d->figures);
    case ExportKind::Html:
    case ExportKind::HtmlFragment: return d->htmlBytes();
    case ExportKind::Text: return d->textBytes();
    case ExportKind::Csv: return csvOf(*d->figures);
    case ExportKind::Json: break;
    }
    return provenJson(*d->report);
}

Result<QStringList> PreparedExport::write(const QString &path, const TellProgress &progress) const
{
    if (const auto may = mayReplace(path); !may)
        return may.error();
    if (d->request.kind == ExportKind::Pdf) // page by page to the disk
        return d->pdfTo(progress, [&path](const PageDocument &pages, const PdfOptions &options) {
            return writePdf(pages, path, options);
        });
    if (d->request.kind == ExportKind::Json) {
        const auto done = writeJson(*d->report, path);
        return done ? Result<QStringList>(QStringList()) : done.error();
    }
    const auto content = bytes();
    if (!content)
        return content.error().where.isEmpty() ? Error{content.error().code, path, content.error().detail}
                                               : content.error();
    const auto done = writeWhole(path, *content);
    return done ? Result<QStringList>(QStringList()) : done.error();
}

Result<QByteArray> exportedBytes(const Session &session, const ExportRequest &request)
{
    const auto prepared = prepareExport(session, request);
    return prepared ? prepared->bytes(request.progress) : prepared.error();
}

Result<QStringList> exportReport(const Session &session, const ExportRequest &request, const QString &path)
{
    if (const auto may = mayReplace(path); !may)
        return may.error();
    const auto prepared = prepareExport(session, request);
    return prepared ? prepared->write(path, request.progress) : prepared.error();
}

} // namespace nianbao
