// SPDX-License-Identifier: MulanPSL-2.0
#include "docxreader.h"

namespace nianbao {

Result<ForeignDocument> readDocx(const QByteArray &)
{
    return Error{ErrorCode::UnknownKind};
}

} // namespace nianbao
