// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfdocument.h"

#include "pageflow.h"
#include "poppler.h"
#include "taggedpdf.h"

namespace nianbao {

namespace {

constexpr qsizetype kWhereVersionStands = 1024; // bytes at a file's start, ISO 32000-1 annex H
constexpr int kMostForTags = 5'000; // ms; each tag costs a reading of its page

} // namespace

Result<ForeignDocument> readPdf(const QByteArray &bytes, const std::stop_token &stop)
{
    if (!bytes.left(kWhereVersionStands).contains("%PDF-"))
        return Error{ErrorCode::NotOfItsKind, {}, QStringLiteral("pdf")};
    Poppler poppler(bytes, stop);
    const auto facts = poppler.facts();
    if (!facts)
        return facts.error();
    if (facts->isTagged) {
        if (auto tags = poppler.tags(kMostForTags)) {
            if (auto document = readTags(*facts, std::move(*tags)))
                return *document;
        }
    }
    const auto pages = poppler.pages(facts->pages);
    if (!pages)
        return pages.error();
    ForeignDocument document = readPages(*facts, *pages);
    if (document.blocks.isEmpty())
        return Error{ErrorCode::NoTextLayer};
    return document;
}

} // namespace nianbao
