// SPDX-License-Identifier: MulanPSL-2.0
#include "xlsxworkbook.h"

namespace nianbao {

Result<QByteArray> xlsxOf(const Workbook &)
{
    return Error{ErrorCode::WriteFailed};
}

} // namespace nianbao
