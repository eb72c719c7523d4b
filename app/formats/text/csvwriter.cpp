// SPDX-License-Identifier: MulanPSL-2.0
#include "csvwriter.h"

namespace nianbao {

QByteArray csvOf(const Workbook &)
{
    return {};
}

} // namespace nianbao
