// SPDX-License-Identifier: MulanPSL-2.0
#include "datefield.h"

#include "daycalendar.h"

namespace nianbao {

DateField::DateField(QDate day, QWidget *parent) : QDateEdit(day, parent)
{
    setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    setCalendarPopup(true);
    setCalendarWidget(new DayCalendar(this));
}

QString DateField::words() const { return date().toString(Qt::ISODate); }

} // namespace nianbao
