// SPDX-License-Identifier: MulanPSL-2.0
#include "duedate.h"

#include "report.h"

namespace nianbao {

QDate dueDate(const Report &report)
{
    static const QStringList governments{
        QStringLiteral("county"), QStringLiteral("district"), QStringLiteral("city")};
    const bool isGovernment = governments.contains(report.kind());
    return QDate(report.year() + 1, isGovernment ? 3 : 1, 31);
}

} // namespace nianbao
