// SPDX-License-Identifier: MulanPSL-2.0
#include "schedulecard.h"

#include "appearance.h"
#include "clock.h"
#include "duedate.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace nianbao {

namespace {

/// The law's day that counts: today or later.
QDate nextDay(const std::optional<SeenReport> &inHand, QDate today)
{
    const bool isKnown = inHand && inHand->statutory.isValid();
    QDate day = isKnown ? inHand->statutory : QDate(today.year(), 1, 31);
    if (isKnown && inHand->state == ReviewState::Published)
        day = day.addYears(1);
    while (day < today)
        day = day.addYears(1);
    return day;
}

QString words(QDate day) { return QLocale().toString(day, ScheduleCard::tr("d MMMM", "day of the year")); }

} // namespace

ScheduleCard::ScheduleCard(QWidget *parent)
    : QFrame(parent)
    , m_title(appearance::label({}, this))
    , m_left(appearance::quietLabel(this))
    , m_column(new QVBoxLayout(this))
    , m_law(appearance::quietLabel(this))
{
    setObjectName(QStringLiteral("card"));
    const int em = fontMetrics().height();
    appearance::setTextSize(m_title, 1, true);
    m_title->setWordWrap(true);
    m_left->setObjectName(QStringLiteral("daysLeft"));
    m_law->setText(tr(
        "Towns, streets and departments publish by 31 January, a county's own report and those above by 31 "
        "March."));
    m_column->setContentsMargins(em, em * 3 / 4, em, em * 3 / 4);
    m_column->setSpacing(em / 3);
    m_column->addWidget(m_title);
    m_column->addWidget(m_left);
    m_column->addWidget(m_law);
    showFor({});
}

void ScheduleCard::addDate(const QString &when, const QString &what, bool isPast)
{
    auto *grid = static_cast<QGridLayout *>(m_dates->layout());
    const int row = grid->rowCount();
    auto *mark = appearance::label(isPast ? QStringLiteral("✓") : QStringLiteral("○"), m_dates);
    grid->addWidget(mark, row, 0, Qt::AlignTop);
    auto *day = appearance::label(when, m_dates);
    grid->addWidget(day, row, 1, Qt::AlignTop);
    auto *work = appearance::quietLabel(m_dates);
    work->setText(what);
    grid->addWidget(work, row, 2);
}

void ScheduleCard::showFor(const std::optional<SeenReport> &inHand)
{
    const QDate today = now().date();
    const QDate law = nextDay(inHand, today);
    m_due = dueDate(law);
    if (m_due < today)
        m_due = law;
    m_title->setText(tr("The report of %1").arg(law.year() - 1));
    const int days = int(today.daysTo(m_due));
    m_left->setText(days == 0 ? tr("Today is %1.").arg(words(m_due))
                              : tr("%n days to %1", nullptr, days).arg(words(m_due)));
    delete m_dates;
    m_dates = new QWidget(this);
    auto *grid = new QGridLayout(m_dates);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(fontMetrics().height() / 2);
    grid->setVerticalSpacing(fontMetrics().height() / 4);
    grid->setColumnStretch(2, 1);
    m_column->insertWidget(2, m_dates);
    addDates(isOfGovernment(law));
}

/// A town hands over to its district; a government first has the reports of its own bodies.
void ScheduleCard::addDates(bool ofGovernment)
{
    const QDate today = now().date();
    const QDate review = m_due.addDays(-11);
    const QDate sending = m_due.addDays(-3);
    if (ofGovernment) {
        const QDate bodies = std::min(QDate(m_due.year(), 1, 31), review);
        addDate(tr("by %1").arg(words(bodies)), tr("have the reports of towns, streets and departments"),
            today > bodies);
        addDate(tr("by %1").arg(words(review)), tr("add up the figures, draft"), today > review);
        addDate(tr("by %1").arg(words(sending)), tr("review and sign"), today > sending);
    } else {
        addDate(tr("until then"), tr("gather the figures, draft"), today > review);
        addDate(tr("by %1").arg(words(review)), tr("review and sign"), today > review);
        addDate(tr("by %1").arg(words(sending)), tr("send to the district office"), today > sending);
    }
    addDate(tr("by %1").arg(words(m_due)), tr("publish on the website"), false);
}

} // namespace nianbao
