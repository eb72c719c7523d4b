// SPDX-License-Identifier: MulanPSL-2.0
#include "officeconversion.h"

namespace nianbao {

Result<ConvertedDocument> convertByOffice(const QByteArray &, const QString &)
{
    return Error{ErrorCode::UnknownKind};
}

} // namespace nianbao
