// SPDX-License-Identifier: MulanPSL-2.0
#include "nextcard.h"

#include "appearance.h"
#include "clock.h"
#include "elidedlabel.h"
#include "literal.h"
#include "recentmodel.h"
#include "reviewwords.h"
#include "shownpath.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace nianbao {

NextCard::NextCard(QWidget *parent)
    : QFrame(parent)
    , m_title(new ElidedLabel(this, Qt::ElideMiddle))
    , m_state(appearance::label({}, this))
    , m_where(new ElidedLabel(this, Qt::ElideMiddle))
    , m_next(appearance::label({}, this))
    , m_open(appearance::primaryButton(tr("Open"), this))
    , m_counts(new QWidget(this))
{
    setObjectName(QStringLiteral("card"));
    const int em = fontMetrics().height();
    appearance::setTextSize(m_title, 1.35, true);
    m_title->setObjectName(QStringLiteral("nextTitle"));
    m_state->setObjectName(QStringLiteral("firstState"));
    m_state->setForegroundRole(QPalette::Link);
    appearance::setTextSize(m_state, 1, true);
    m_where->setProperty("quiet", true);
    m_next->setObjectName(QStringLiteral("nextStep"));
    appearance::setTextSize(m_next, 1.1);
    m_next->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openFirst"));
    m_open->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *forget = new QAction(tr("Take off this list"), m_open);
    forget->setShortcut(QKeySequence::Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    m_open->addAction(forget);
    connect(forget, &QAction::triggered, this, [this] { Q_EMIT removeRequested(m_path); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_path); });

    auto *head = new QHBoxLayout;
    head->setSpacing(em / 2);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addStretch(1);
    auto *step = new QHBoxLayout;
    step->setSpacing(em);
    step->addWidget(m_next, 1);
    step->addWidget(m_open, 0, Qt::AlignVCenter);
    auto *counts = new QHBoxLayout(m_counts);
    counts->setContentsMargins({});
    counts->setSpacing(em);
    for (Count *count : {&m_days, &m_errors, &m_explain, &m_comments})
        *count = addCount();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em, em * 3 / 4, em, em * 3 / 4);
    column->setSpacing(em / 2);
    column->addLayout(head);
    column->addWidget(m_where);
    column->addLayout(step);
    column->addWidget(m_counts);
}

NextCard::Count NextCard::addCount()
{
    auto *cell = new QWidget(m_counts);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins({});
    column->setSpacing(0);
    const Count count{appearance::label({}, cell), appearance::quietLabel(cell)};
    appearance::setTextSize(count.figure, 1.35, true);
    column->addWidget(count.figure);
    column->addWidget(count.what);
    column->addStretch(1); // the figures stand on one line, however many their words need
    m_counts->layout()->addWidget(cell);
    static_cast<QBoxLayout *>(m_counts->layout())->setStretchFactor(cell, 1);
    return count;
}

void NextCard::showCount(const Count &count, const QString &figure, const QString &what)
{
    count.figure->setText(figure);
    count.what->setText(what);
}

void NextCard::showReport(const RecentReport &report, bool isMissing)
{
    m_path = report.path;
    const SeenReport seen = report.seen.value_or(SeenReport());
    const QString title
        = report.seen ? tr("%1, report of %2").arg(bodyOf(report), QString::number(seen.year)) : report.title;
    m_title->showWords(seen.isSample ? tr("[Sample] %1").arg(title) : title);
    m_state->setText(report.seen ? stateWords(seen.state) : QString());
    m_state->setVisible(report.seen.has_value());
    const QString when = whenWords(report.when);
    const QString path = shownPath(report.path);
    m_where->showWords(when.isEmpty() ? path : QStringLiteral("%1 · %2").arg(when, path));
    m_next->setText(isMissing ? tr("The file is not where it was. It may have been moved, or lie on a disk "
                                   "that is not connected.")
            : report.seen     ? tr("Next: %1").arg(nextStep(seen))
                              : report.status);
    m_counts->setVisible(report.seen.has_value());
    m_open->setAccessibleName(tr("Open %1").arg(title));
    literal::setToolTip(m_open, path);
    m_seen = report.seen;
    if (m_seen)
        showCounts();
}

namespace {

/// No line ends within these words.
QString inOnePiece(const QString &words)
{
    QString result;
    for (const QChar c : words)
        result += (result.isEmpty() ? QString() : QString(QChar(0x2060))) // joins words
            + (c == u' ' ? QChar(QChar::Nbsp) : c);
    return result;
}

} // namespace

void NextCard::showCounts()
{
    const SeenReport &seen = *m_seen;
    const QDate due = dueDate(seen);
    const QString day = inOnePiece(QLocale().toString(due, tr("d MMMM", "day of the year")));
    const auto days = int(now().date().daysTo(due));
    if (!due.isValid())
        showCount(
            m_days, QStringLiteral("—"), seen.isSample ? tr("only to be tried out") : tr("nothing is due"));
    else if (days >= 0)
        showCount(m_days, QString::number(days), tr("days to %1").arg(day));
    else
        showCount(m_days, QString::number(-days), tr("days past %1").arg(day));
    const auto figure
        = [&seen](int count) { return seen.isStarted ? QString::number(count) : QStringLiteral("—"); };
    showCount(m_errors, figure(seen.errors), tr("errors"));
    showCount(m_explain, figure(seen.toExplain), tr("points to explain"));
    showCount(m_comments, QString::number(seen.comments), tr("open comments"));
    colourCounts();
}

/// Levels have their colours, beside the words below the figures.
void NextCard::colourCounts()
{
    if (!m_seen)
        return;
    const auto colour = [this](QLabel *label, const QColor &wanted) {
        QPalette own = palette();
        own.setColor(QPalette::WindowText, wanted);
        label->setPalette(own);
    };
    const QColor plain = palette().color(QPalette::WindowText);
    const QColor error = appearance::levelColour(palette(), Level::Error);
    const QDate due = dueDate(*m_seen);
    colour(m_days.figure, due.isValid() && due < now().date() ? error : plain);
    colour(m_errors.figure,
        !m_seen->isStarted       ? plain
            : m_seen->errors > 0 ? error
                                 : appearance::okColour(palette()));
    colour(m_explain.figure,
        m_seen->isStarted && m_seen->toExplain > 0 ? appearance::levelColour(palette(), Level::Explain)
                                                   : plain);
}

/// The style has done with the labels only when they are shown.
void NextCard::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    colourCounts();
}

void NextCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        colourCounts();
}

} // namespace nianbao
