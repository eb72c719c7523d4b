// SPDX-License-Identifier: MulanPSL-2.0
#include "workbook.h"

#include "checks.h"
#include "report.h"

namespace nianbao {

Workbook workbookOf(const Report &report, const QList<Finding> &)
{
    return {report.title(), {}, {}};
}

} // namespace nianbao
