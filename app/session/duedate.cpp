// SPDX-License-Identifier: MulanPSL-2.0
#include "duedate.h"

#include "report.h"
#include "settings.h"

#include <algorithm>

namespace nianbao {

QDate statutoryDate(const Report &report)
{
    static const QStringList governments{
        QStringLiteral("county"), QStringLiteral("district"), QStringLiteral("city")};
    const bool isGovernment = governments.contains(report.kind());
    return QDate(report.year() + 1, isGovernment ? 3 : 1, 31);
}

QDate dueDate(const Report &report) { return dueDate(statutoryDate(report)); }

QDate dueDate(QDate statutory)
{
    const auto [month, day] = settings::districtDay();
    const QDate district(statutory.year(), month, day);
    return district.isValid() ? std::min(district, statutory) : statutory;
}

} // namespace nianbao
