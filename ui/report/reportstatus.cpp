// SPDX-License-Identifier: MulanPSL-2.0
#include "reportstatus.h"

#include "appearance.h"
#include "elidedlabel.h"
#include "headline.h"
#include "literal.h"
#include "reviewdesk.h"
#include "reviewwords.h"
#include "savedlabel.h"
#include "session.h"
#include "settings.h"

#include <QAction>
#include <QBoxLayout>
#include <QDateTime>
#include <QLabel>
#include <QPushButton>

namespace nianbao {

ReportStatus::ReportStatus(QWidget *window)
    : QObject(window)
    , m_state(appearance::label({}, window))
    , m_next(new ElidedLabel(window))
    , m_moves(new QWidget(window)) // a bar shows and hides only what it holds itself
    , m_back(appearance::plainButton({}, m_moves))
    , m_on(appearance::primaryButton({}, m_moves))
    , m_saved(new SavedLabel(window))
    , m_counts(new ElidedLabel(window))
    , m_pages(appearance::label({}, window))
{
    const int em = window->fontMetrics().height();
    m_state->setObjectName(QStringLiteral("state"));
    auto *moves = new QHBoxLayout(m_moves);
    moves->setContentsMargins({});
    moves->addWidget(m_back);
    moves->addWidget(m_on);
    m_back->setObjectName(QStringLiteral("moveBack"));
    m_on->setObjectName(QStringLiteral("moveOn"));
    m_state->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_next->setContentsMargins(em / 2, 0, em / 2, 0); // beside the words alone: height belongs to the report
    for (QLabel *label : std::initializer_list<QLabel *>{m_saved, m_counts, m_pages})
        label->setContentsMargins(em / 4, 0, em / 4, 0);
    clear();
}

namespace {

QString since(const ReviewEvent &move)
{
    const QDateTime time = QDateTime::fromString(move.at, Qt::ISODate).toLocalTime();
    return time.isValid() ? time.toString(ReportStatus::tr("d MMM HH:mm", "time of a move")) : QString();
}

/// Whose turn it is, since when; or what the report waits for.
QString turn(const Session &session, int errors, int explain)
{
    const Review &review = session.report().review();
    const ReviewEvent *last = review.lastMove();
    switch (review.state) {
    case ReviewState::InReview:
        if (last && waitsForOthers(review, settings::userName()))
            return ReportStatus::tr("Sent to %1 on %2, waits to be read")
                .arg(turnWords(review), since(*last));
        return ReportStatus::tr("It is the turn of %1, since %2")
            .arg(turnWords(review), last ? since(*last) : QString());
    case ReviewState::Returned:
        if (last)
            return ReportStatus::tr("Returned by %1 on %2").arg(last->who, since(*last));
        break;
    case ReviewState::Approved:
    case ReviewState::Submitted:
    case ReviewState::Published:
        return last ? ReportStatus::tr("%1, %2").arg(last->who, since(*last)) : QString();
    case ReviewState::Drafting: break;
    }
    if (isNotStarted(session.report()))
        return ReportStatus::tr("Next: fill in tables and texts");
    return errors && explain ? ReportStatus::tr("Next: mend %1 errors, explain %2").arg(errors).arg(explain)
        : errors             ? ReportStatus::tr("Next: mend %1 errors").arg(errors)
        : explain            ? ReportStatus::tr("Next: look at %1 points to explain").arg(explain)
                             : ReportStatus::tr("Next: send it for review");
}

} // namespace

/// The button is the action, as long as it is possible.
void ReportStatus::offer(QPushButton *button, QAction *action)
{
    button->disconnect();
    button->setVisible(action && action->isEnabled());
    if (!button->isVisibleTo(button->parentWidget()))
        return;
    button->setText(literal::caption(action->iconText()));
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

void ReportStatus::show(const Session &session, const ReviewDesk &desk)
{
    const Findings &findings = session.findings();
    const int errors = count(findings, Level::Error);
    const int explain = count(findings, Level::Explain);
    m_pages->setVisible(true);
    const bool isReadOnly = session.permissions().state() == Permissions::State::ReadOnly;
    const Review &review = session.report().review();
    const QString state = review.revision > 1
        ? tr("%1 · revision %2").arg(stateWords(review), QString::number(review.revision))
        : stateWords(review);
    m_state->setText(isReadOnly ? tr("%1, read only").arg(state) : state);
    // whoever only looks is not told what to mend, but why they cannot
    const bool wouldBeEdited = review.state == ReviewState::Drafting || review.state == ReviewState::Returned;
    m_next->showWords(isReadOnly && wouldBeEdited ? tr("Opened to be looked at; to work on it, save a copy")
                                                  : turn(session, errors, explain));
    offer(m_back, desk.back());
    offer(m_on, desk.next());
    showSaved(session);
    m_counts->showWords(isNotStarted(session.report()) ? said(headLine(session.report(), findings))
                                                       : tr("Errors %1 · To explain %2 · Hints %3")
                                                             .arg(errors)
                                                             .arg(explain)
                                                             .arg(count(findings, Level::Hint)));
}

void ReportStatus::showSaved(const Session &session) { m_saved->showState(session); }

void ReportStatus::showPage(int page, int pages)
{
    m_pages->setText(tr("Page %1 of %2").arg(page + 1).arg(pages));
}

/// Emptied, not hidden, where the status line has them hidden as long as a message stands there.
void ReportStatus::clear()
{
    m_saved->clear();
    m_counts->showWords({});
    m_pages->setVisible(false);
    offer(m_back, nullptr);
    offer(m_on, nullptr);
}

QList<QWidget *> ReportStatus::state() const { return {m_state, m_next, m_moves}; }
QList<QWidget *> ReportStatus::words() const { return {m_saved, m_counts}; }
QList<QWidget *> ReportStatus::marks() const { return {m_pages}; }

} // namespace nianbao
