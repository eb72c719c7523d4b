// SPDX-License-Identifier: MulanPSL-2.0
#include "datefield.h"

#include "daycalendar.h"

#include <QKeyEvent>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QWheelEvent>

namespace nianbao {

DateField::DateField(QDate day, QWidget *parent) : QDateEdit(day, parent)
{
    setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    setCalendarPopup(true);
    setFocusPolicy(Qt::StrongFocus);
    auto *calendar = new DayCalendar(this);
    calendar->setContentsMargins(1, 1, 1, 1); // nothing else sets it off from the window below it
    setCalendarWidget(calendar);
}

QString DateField::words() const { return date().toString(Qt::ISODate); }

/// As in every list that opens; Qt opens the calendar at a press of the mouse alone.
void DateField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Down || !event->modifiers().testFlag(Qt::AltModifier))
        return QDateEdit::keyPressEvent(event);
    QStyleOptionComboBox box; // which is how Qt draws it
    box.initFrom(this);
    box.editable = true;
    const QPointF arrow
        = style()->subControlRect(QStyle::CC_ComboBox, &box, QStyle::SC_ComboBoxArrow, this).center();
    QMouseEvent press(
        QEvent::MouseButtonPress, arrow, mapToGlobal(arrow), Qt::LeftButton, Qt::LeftButton, {});
    mousePressEvent(&press);
}

/// Whoever scrolls past it changes nothing.
void DateField::wheelEvent(QWheelEvent *event)
{
    hasFocus() ? QDateEdit::wheelEvent(event) : event->ignore();
}

} // namespace nianbao
