// SPDX-License-Identifier: MulanPSL-2.0
#include "changespanel.h"

#include "appearance.h"
#include "changewords.h"
#include "reviewmoves.h"
#include "reviewwords.h"
#include "settings.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QTextBrowser>

#include <algorithm>

namespace nianbao {

namespace {

/// The number of the last move of that kind before the move with that number; 0: none.
int lastBefore(const Review &review, ReviewAction action, int before)
{
    int number = std::min(before - 1, int(review.events.size()));
    while (number > 0 && review.events[number - 1].action != action)
        --number;
    return number;
}

} // namespace

QList<Baseline> baselines(const Session &session, int lastRead)
{
    const Report &report = session.report();
    const Review &review = report.review();
    const int moves = int(review.events.size());
    QList<Baseline> all;
    const auto add = [&](Baseline::Kind kind, int move, const QString &words) {
        if (move > 0)
            all.append({kind, words.arg(timeWords(review.events[move - 1].at)), move});
    };
    const int sent = lastBefore(review, ReviewAction::Send, moves + 1);
    const bool isSent = review.state == ReviewState::InReview && sent > 0;
    add(Baseline::Kind::LastRound, isSent ? lastBefore(review, ReviewAction::Send, sent) : sent,
        ChangesPanel::tr("Since it was last sent (%1)"));
    if (lastRead < moves)
        add(Baseline::Kind::LastRead, lastRead, ChangesPanel::tr("Since I last read it (%1)"));
    add(Baseline::Kind::LastApproval, lastBefore(review, ReviewAction::Approve, moves + 1),
        ChangesPanel::tr("Since it was last approved (%1)"));
    if (report.prior())
        all.append({Baseline::Kind::LastYear,
            ChangesPanel::tr("Against last year (%1)").arg(report.prior()->year()), 0});
    return all;
}

std::optional<Report> reportOf(const Baseline &baseline, const Session &session)
{
    if (baseline.kind == Baseline::Kind::LastYear)
        return session.report().prior() ? std::optional(*session.report().prior()) : std::nullopt;
    const auto picture = session.pictureAt(baseline.move);
    return picture ? *picture : std::nullopt;
}

ChangesPanel::ChangesPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_lastRead(settings::lastRead(session.report().id()))
    , m_choice(new QComboBox(this))
    , m_count(appearance::quietLabel(this))
    , m_text(new QTextBrowser(this))
{
    constexpr int kIdleMs = 200;
    m_choice->setObjectName(QStringLiteral("baseline"));
    m_choice->setAccessibleName(tr("Compared with"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_count->setObjectName(QStringLiteral("changesCount"));
    m_text->setObjectName(QStringLiteral("changes"));
    m_text->setAccessibleName(tr("Changes"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    auto *head = new QVBoxLayout;
    const int em = fontMetrics().height();
    head->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    head->addWidget(m_choice);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    connect(&m_idle, &QTimer::timeout, this, &ChangesPanel::refresh);
    connect(m_choice, &QComboBox::activated, this, &ChangesPanel::refresh);
    appearance::onNewColours(this, [this] { refreshSoon(); });
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.review || delta.prior)
            m_choice->clear(); // other baselines
        refreshSoon();
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (const auto place = Place::parse(link.toString()))
            Q_EMIT placeRequested(*place);
    });
}

void ChangesPanel::refreshSoon()
{
    if (isVisible())
        m_idle.start();
}

void ChangesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_idle.start(0);
}

void ChangesPanel::refresh()
{
    if (m_choice->count() == 0) {
        m_baselines = baselines(m_session, m_lastRead);
        for (const Baseline &baseline : std::as_const(m_baselines))
            m_choice->addItem(baseline.words);
    }
    m_choice->setVisible(m_choice->count() > 0);
    if (m_baselines.isEmpty() || m_choice->currentIndex() < 0) {
        m_count->setText(
            tr("There is nothing to compare with yet: no earlier round, and no report of last year."));
        m_text->clear();
        return;
    }
    const auto old = reportOf(m_baselines[m_choice->currentIndex()], m_session);
    if (!old) {
        m_count->setText(tr("What the report said then is not kept any more."));
        m_text->clear();
        return;
    }
    const ReportChanges changes = changesBetween(*old, m_session.report());
    const auto totals = std::count_if(
        changes.cells.begin(), changes.cells.end(), [](const CellChange &cell) { return cell.follows; });
    const auto differ = changes.places.size() - totals; // which nobody entered
    m_count->setText(differ ? tr("%1 places differ. What is not listed did not change.").arg(differ)
                            : tr("Nothing differs."));
    RichWords words;
    addChanges(words, changes, *old, m_session.report(), ChangeInk(palette()), Heads::Links);
    words.showIn(m_text);
}

QString ChangesPanel::words() const { return m_text->toPlainText(); }

} // namespace nianbao
