// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "paginate.h"
#include "papers.h"

namespace nianbao {

class Report;
class Session;
struct PageChoices;

/// The pages of a paper about the open report, as it stands and as this person wants them: the one way to
/// what is shown, exported and printed, so that these are the same.
PageDocument paperPages(
    Paper paper, const Session &session, const PageChoices &choices, std::shared_ptr<const FontSet> fonts);
/// The same in the fonts of this computer. Errors: those of FontSet::load.
Result<PageDocument> paperPages(Paper paper, const Session &session, const PageChoices &choices);
/// The report's pages as an earlier state of it had them. No draft mark: that one is for what goes out.
PageDocument pagesOfState(
    const Report &state, const PageChoices &choices, std::shared_ptr<const FontSet> fonts);

} // namespace nianbao
