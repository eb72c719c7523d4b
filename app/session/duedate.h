// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDate>

namespace nianbao {

class Report;

/// The last day on which the report is published in time, 条例第四十九条: 31 January of the year after; 31
/// March for a county's own report and above.
QDate statutoryDate(const Report &report);
/// That day, or the earlier one that the district has set: settings::districtDay().
QDate dueDate(const Report &report);
QDate dueDate(QDate statutory);

} // namespace nianbao
