// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfdocument.h"

namespace nianbao {

Result<ForeignDocument> readPdf(const QByteArray &)
{
    return Error{ErrorCode::UnknownKind};
}

} // namespace nianbao
