// SPDX-License-Identifier: MulanPSL-2.0
#include "textreader.h"

namespace nianbao {

Result<ForeignDocument> readPlainText(const QByteArray &)
{
    return Error{ErrorCode::UnknownKind};
}

Result<ForeignDocument> readCsv(const QByteArray &)
{
    return Error{ErrorCode::UnknownKind};
}

} // namespace nianbao
