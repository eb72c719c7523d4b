// SPDX-License-Identifier: MulanPSL-2.0
#include "paperpages.h"

#include "pagesetup.h"
#include "session.h"

namespace nianbao {

namespace {

PageOptions pageOptions(const PageChoices &choices, bool hasErrors)
{
    PageOptions options;
    if (choices.draftMark && hasErrors)
        options.draftMark = QStringLiteral("草稿");
    options.fillsArea = choices.fillsArea;
    options.signature = choices.signature;
    options.seal = choices.seal;
    options.cover = choices.cover;
    return options;
}

} // namespace

PageDocument paperPages(
    Paper paper, const Session &session, const PageChoices &choices, std::shared_ptr<const FontSet> fonts)
{
    const Findings &findings = session.findings();
    return paginate(manuscriptOf(paper, session.report(), findings), pageStyle(), std::move(fonts),
        pageOptions(choices, verdict(findings) == Verdict::Fail));
}

PageDocument pagesOfState(
    const Report &state, const PageChoices &choices, std::shared_ptr<const FontSet> fonts)
{
    return paginate(manuscriptOf(Paper::Report, state, {}), pageStyle(), std::move(fonts),
        pageOptions(choices, false));
}

Result<PageDocument> paperPages(Paper paper, const Session &session, const PageChoices &choices)
{
    const auto fonts = FontSet::load(pageStyle().fonts);
    if (!fonts)
        return fonts.error();
    return paperPages(paper, session, choices, *fonts);
}

} // namespace nianbao
