// SPDX-License-Identifier: MulanPSL-2.0
#include "docxwriter.h"

namespace nianbao {

Result<QByteArray> docxOf(const Manuscript &, const DocxChoices &, const FontSet &)
{
    return Error{ErrorCode::WriteFailed};
}

} // namespace nianbao
