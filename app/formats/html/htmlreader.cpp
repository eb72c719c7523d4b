// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlreader.h"

#include "markupsource.h"
#include "pagereader.h"

namespace nianbao {

namespace {

constexpr qsizetype kMostMegabytes = 64;

} // namespace

Result<ForeignDocument> readHtml(const QByteArray &bytes)
{
    if (bytes.size() > (kMostMegabytes << 20))
        return Error{ErrorCode::TooLarge, {}, QString::number(kMostMegabytes)};
    const auto page = decodePage(bytes);
    if (!page)
        return Error{ErrorCode::UnknownEncoding};
    return readDecodedPage(*page, {});
}

} // namespace nianbao
