// SPDX-License-Identifier: MulanPSL-2.0
#include "readdocument.h"

namespace nianbao {

QStringList readableSuffixes()
{
    return {};
}

Result<ReadDocument> readDocument(const QString &path)
{
    return Error{ErrorCode::UnknownKind, path};
}

Result<ReadDocument> readPasted(const QString &, const QString &)
{
    return Error{ErrorCode::UnknownKind};
}

} // namespace nianbao
