// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "seenreport.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace nianbao {

/// The dates of the weeks before reports are due, with the days left. 条例第四十九条: 31 January; 31 March
/// for a county's own report and above, which is handed over to nobody before it is published.
class ScheduleCard final : public QFrame {
    Q_OBJECT
public:
    explicit ScheduleCard(QWidget *parent);
    /// The report in hand; of one that is published, that of the next year. nullopt: none is in hand, and the
    /// next 31 January counts.
    void showFor(const std::optional<SeenReport> &inHand);
    QDate due() const { return m_due; } // with the day of the office above

private:
    void addDates(bool ofGovernment);
    void addDate(const QString &when, const QString &what, bool isPast);
    QLabel *m_title;
    QLabel *m_left;
    QWidget *m_dates = nullptr;
    QVBoxLayout *m_column;
    QLabel *m_law;
    QDate m_due;
};

} // namespace nianbao
