// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QCalendarWidget>

class QLabel;

namespace nianbao {

/// The one calendar of the program: the month in words above it, weeks from Monday, colours of the theme.
/// Page Up and Page Down turn to another month, as the arrows beside its name do. Its margins are a frame.
class DayCalendar final : public QCalendarWidget {
    Q_OBJECT
public:
    explicit DayCalendar(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead();
    void showMonth();
    QLabel *m_month;
    QWidget *m_head;
};

} // namespace nianbao
