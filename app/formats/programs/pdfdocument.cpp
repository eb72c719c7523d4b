// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfdocument.h"

#include "pageflow.h"
#include "poppler.h"
#include "taggedpdf.h"

namespace nianbao {

namespace {

constexpr qsizetype kWhereVersionStands = 1024; // bytes at a file's start, ISO 32000-1 annex H
constexpr int kMostForTags = 10'000; // ms; each tag costs a reading of its page
constexpr Sentence kTagsTooSlow{"The structure that the PDF says it has could not be read in time. "
                                "It was read by its looks; headings and tables may be taken for others.",
    "PDF 自带的结构没能在限定的时间内读完，已改按版面读入，标题和表格可能认错，请核对。"};

} // namespace

Result<ForeignDocument> readPdf(const QByteArray &bytes, const std::stop_token &stop)
{
    if (!bytes.left(kWhereVersionStands).contains("%PDF-"))
        return Error{ErrorCode::NotOfItsKind, {}, QStringLiteral("pdf")};
    Poppler poppler(bytes, stop);
    const auto facts = poppler.facts();
    if (!facts)
        return facts.error();
    bool isTooSlow = false;
    if (facts->isTagged) {
        auto tags = poppler.tags(kMostForTags);
        isTooSlow = !tags && tags.error().code == ErrorCode::TooSlow;
        if (auto document = tags ? readTags(*facts, std::move(*tags)) : std::nullopt)
            return *document;
    }
    const auto pages = poppler.pages(facts->pages);
    if (!pages)
        return pages.error();
    ForeignDocument document = readPages(*facts, *pages);
    if (document.blocks.isEmpty())
        return Error{ErrorCode::NoTextLayer};
    if (isTooSlow)
        document.notices.append(Phrase(kTagsTooSlow));
    return document;
}

} // namespace nianbao
