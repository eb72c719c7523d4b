// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "paginate.h"
#include "papers.h"

namespace nianbao {

class Report;
class Session;
struct PageChoices;
struct PdfOptions;

/// Whether comments stand in the margin of the report itself; the 审阅稿 has them always.
enum class Margin { Clean, Comments };

/// The words of a paper about the open report, with what its file knows beside it.
Manuscript paperManuscript(Paper paper, const Session &session, Margin margin = Margin::Clean);

/// All that its pages are made of: a value, from which they can be made in any thread.
struct PaperContent {
    Manuscript manuscript{};
    PageOptions options{};
};
PaperContent paperContent(
    Paper paper, const Session &session, const PageChoices &choices, Margin margin = Margin::Clean);
PageDocument pagesOf(const PaperContent &content, std::shared_ptr<const FontSet> fonts);

/// The pages of a paper about the open report, as it stands and as this person wants them: the one way to
/// what is shown, exported and printed, so that these are the same. Once the report is approved and says
/// what was approved, each page has the beginning of its digest at the foot.
PageDocument paperPages(Paper paper, const Session &session, const PageChoices &choices,
    std::shared_ptr<const FontSet> fonts, Margin margin = Margin::Clean);
/// The same in the fonts of this computer. Errors: those of FontSet::load.
Result<PageDocument> paperPages(
    Paper paper, const Session &session, const PageChoices &choices, Margin margin = Margin::Clean);

/// The report's pages as an earlier state of it had them. No draft mark: that one is for what goes out.
PageDocument pagesOfState(
    const Report &state, const PageChoices &choices, std::shared_ptr<const FontSet> fonts);

/// How these pages are written as PDF: the file tells how it was made, so that it can be made again.
PdfOptions pdfOptions(Paper paper, const Session &session, const PageChoices &choices);

} // namespace nianbao
