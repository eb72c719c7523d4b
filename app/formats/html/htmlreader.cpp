// SPDX-License-Identifier: MulanPSL-2.0
#include "htmlreader.h"

namespace nianbao {

Result<ForeignDocument> readHtml(const QByteArray &)
{
    return Error{ErrorCode::UnknownKind};
}

Result<ForeignDocument> readMht(const QByteArray &)
{
    return Error{ErrorCode::UnknownKind};
}

} // namespace nianbao
