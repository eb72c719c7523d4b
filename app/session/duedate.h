// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDate>

namespace nianbao {

class Report;

/// The last day on which the report is published in time, 条例第四十九条: 31 January of the year after; 31
/// March for a county's own report and above.
QDate statutoryDate(const Report &report);
/// Whether that is the law's day of a government's own report: the towns, streets and departments of a county
/// hand over to it by another.
bool isOfGovernment(QDate statutory);
/// That day, or the earlier one that the office above has set: settings::wantedDay().
QDate dueDate(const Report &report);
QDate dueDate(QDate statutory);
void setDueDate(QDate statutory, QDate due); // for this and the next years

} // namespace nianbao
