// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxreader.h"

namespace nianbao {

Result<ForeignDocument> readXlsx(const QByteArray &) { return Error{ErrorCode::UnknownKind}; }

} // namespace nianbao
