// SPDX-License-Identifier: MulanPSL-2.0
#include "manuscript.h"

namespace nianbao {

QString TableCell::text() const
{
    return note.isEmpty() ? words : QStringLiteral("%1（%2）").arg(words, note);
}

} // namespace nianbao
