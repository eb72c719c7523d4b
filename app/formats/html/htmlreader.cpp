// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlreader.h"

#include "markupsource.h"
#include "pagereader.h"

namespace nianbao {

namespace {

constexpr Sentence kCharactersLost{
    "%1 [1:character|characters] of the page could not be read; � stands for each.",
    "网页中有%1个字符读不出来，以“�”代替。"};

constexpr qsizetype kMostMegabytes = 64;

} // namespace

Result<ForeignDocument> readHtml(const QByteArray &bytes)
{
    if (bytes.size() > (kMostMegabytes << 20))
        return Error{ErrorCode::TooLarge, {}, QString::number(kMostMegabytes)};
    const auto page = decodePage(bytes);
    if (!page)
        return Error{ErrorCode::UnknownEncoding};
    auto document = readPage(page->utf8, {});
    if (document && page->lost > 0)
        document->notices.append(Phrase(kCharactersLost, page->lost));
    return document;
}

Result<ForeignDocument> readMht(const QByteArray &) { return Error{ErrorCode::UnknownKind}; }

} // namespace nianbao
