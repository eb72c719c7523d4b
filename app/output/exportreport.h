// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagesetup.h"
#include "paperpages.h"

#include <QByteArray>

#include <functional>

namespace nianbao {

/// The formats in which a report goes to other programs.
enum class ExportKind {
    Pdf, // pages
    Word, // .docx
    Excel, // .xlsx: the figures
    Html, // a page
    HtmlFragment, // for the editor of a website
    Text, // .txt
    Csv, // cell, label, value, note
    Json // interchange format
};

/// By the suffix, whatever its case; html is a page. nullopt: no format has it.
std::optional<ExportKind> exportKindOf(const QString &path);
QString suffixOf(ExportKind kind); // without dot
/// Excel, CSV and JSON hold the report's figures and nothing of its papers.
bool isOfReportOnly(ExportKind kind);

using TellProgress = std::function<bool(int done, int all)>; // of PDF, page by page; false: stop

struct ExportRequest {
    Paper paper = Paper::Report;
    ExportKind kind = ExportKind::Pdf;
    PageChoices choices{}; // Word, HTML and text heed the signature alone
    TellProgress progress{};
    std::shared_ptr<const FontSet> fonts{}; // null: they are loaded when something is drawn
};

/// What is to be written, settled: a value that knows no session, so that the report may go on changing and
/// the work may be done in any thread, as long as the fonts it is given are its own.
class PreparedExport {
public:
    /// Errors: those of docxOf, xlsxOf, provenJson and writePdf; Cancelled.
    Result<QByteArray> bytes(const TellProgress &progress = {}) const;
    /// Whole or not at all, never over a report. Gives what there is to say of it, in whole sentences.
    /// Errors: those of bytes and writeWhole.
    Result<QStringList> write(const QString &path, const TellProgress &progress = {}) const;

private:
    struct Content;
    friend Result<PreparedExport> prepareExport(const Session &session, const ExportRequest &request);
    explicit PreparedExport(std::shared_ptr<const Content> content) : d(std::move(content)) { }
    std::shared_ptr<const Content> d;
};
/// Errors: BadArguments (a paper in a format for the report only), those of FontSet::load.
Result<PreparedExport> prepareExport(const Session &session, const ExportRequest &request);

/// The file in memory. Errors: BadArguments (a paper in a format for the report only); those of
/// FontSet::load, writePdf, docxOf, xlsxOf and provenJson; Cancelled.
Result<QByteArray> exportedBytes(const Session &session, const ExportRequest &request);

/// The same, written whole or not at all, never over a report. Gives what there is to say of it, in whole
/// sentences. Errors: those of exportedBytes and writeWhole.
Result<QStringList> exportReport(const Session &session, const ExportRequest &request, const QString &path);

} // namespace nianbao
