// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDate>
#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace nianbao {

/// The dates of the weeks before reports are due, with the days left. 条例第四十九条: 31 January; 31 March
/// for a county's own report and above, which counts where the report in hand is one.
class ScheduleCard final : public QFrame {
    Q_OBJECT
public:
    explicit ScheduleCard(QWidget *parent);
    /// The law's last day of the report in hand; invalid: none is in hand, and the next 31 January counts.
    void showFor(QDate statutory);
    QDate due() const { return m_due; } // with the district's day

private:
    void addDate(const QString &when, const QString &what, bool isPast);
    QLabel *m_title;
    QLabel *m_left;
    QWidget *m_dates = nullptr;
    QVBoxLayout *m_column;
    QLabel *m_law;
    QDate m_due;
};

/// The next 31 January, today included.
QDate nextDeadline(QDate today);

} // namespace nianbao
