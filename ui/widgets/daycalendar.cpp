// SPDX-License-Identifier: MulanPSL-2.0
#include "daycalendar.h"

#include "appearance.h"
#include "icons.h"
#include "literal.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace nianbao {

namespace {

QToolButton *turnTo(const QString &icon, const QString &name, const QString &words, QWidget *parent)
{
    auto *button = appearance::linkButton({}, parent);
    button->setObjectName(name);
    button->setIcon(icons::icon(icon));
    button->setAccessibleName(words);
    literal::setToolTip(button, words);
    return button;
}

} // namespace

DayCalendar::DayCalendar(QWidget *parent)
    : QCalendarWidget(parent), m_month(appearance::label({}, this)), m_head(makeHead())
{
    setFirstDayOfWeek(Qt::Monday);
    setNavigationBarVisible(false); // of Qt, which has month and year in the order of English
    static_cast<QBoxLayout *>(layout())->insertWidget(0, m_head);
    connect(this, &QCalendarWidget::currentPageChanged, this, &DayCalendar::showMonth);
    showMonth();
}

QWidget *DayCalendar::makeHead()
{
    auto *head = new QWidget(this);
    auto *before = turnTo(QStringLiteral("back"), QStringLiteral("monthBefore"), tr("Previous month"), head);
    auto *after = turnTo(QStringLiteral("forward"), QStringLiteral("monthAfter"), tr("Next month"), head);
    connect(before, &QToolButton::clicked, this, &QCalendarWidget::showPreviousMonth);
    connect(after, &QToolButton::clicked, this, &QCalendarWidget::showNextMonth);
    m_month->setObjectName(QStringLiteral("month"));
    m_month->setAlignment(Qt::AlignCenter);
    appearance::setTextSize(m_month, 1.0, true);
    auto *row = new QHBoxLayout(head);
    const int gap = fontMetrics().height() / 4;
    row->setContentsMargins(gap, gap, gap, gap);
    row->addWidget(before);
    row->addWidget(m_month, 1);
    row->addWidget(after);
    return head;
}

void DayCalendar::showMonth()
{
    const QString month
        = QLocale().toString(QDate(yearShown(), monthShown(), 1), tr("MMMM yyyy", "a month above its days"));
    m_month->setText(month);
    for (QWidget *days : {static_cast<QWidget *>(this), focusProxy()})
        days->setAccessibleName(month);
}

void DayCalendar::paintEvent(QPaintEvent *)
{
    if (contentsMargins().isNull())
        return;
    QPainter painter(this);
    painter.setPen(appearance::line(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

QSize DayCalendar::sizeHint() const { return minimumSizeHint(); }

QSize DayCalendar::minimumSizeHint() const
{
    const QSize days = QCalendarWidget::minimumSizeHint();
    const QSize head = m_head->sizeHint();
    return {std::max(days.width(), head.width()), days.height() + head.height()};
}

} // namespace nianbao
