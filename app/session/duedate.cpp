// SPDX-License-Identifier: MulanPSL-2.0
#include "duedate.h"

#include "report.h"
#include "settings.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kMonthOfGovernments = 3;

settings::Above above(QDate statutory)
{
    return isOfGovernment(statutory) ? settings::Above::City : settings::Above::District;
}

} // namespace

QDate statutoryDate(const Report &report)
{
    static const QStringList governments{
        QStringLiteral("county"), QStringLiteral("district"), QStringLiteral("city")};
    const bool isGovernment = governments.contains(report.kind());
    return QDate(report.year() + 1, isGovernment ? kMonthOfGovernments : 1, 31);
}

bool isOfGovernment(QDate statutory) { return statutory.month() == kMonthOfGovernments; }

QDate dueDate(const Report &report) { return dueDate(statutoryDate(report)); }

QDate dueDate(QDate statutory)
{
    const auto [month, day] = settings::wantedDay(above(statutory));
    const QDate wanted(statutory.year(), month, day);
    return wanted.isValid() ? std::min(wanted, statutory) : statutory;
}

void setDueDate(QDate statutory, QDate due)
{
    settings::setWantedDay(above(statutory), {due.month(), due.day()});
}

} // namespace nianbao
