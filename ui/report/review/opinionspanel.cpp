// SPDX-License-Identifier: MulanPSL-2.0
#include "opinionspanel.h"

#include "appearance.h"
#include "flowlayout.h"
#include "reviewwords.h"
#include "richwords.h"
#include "settings.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QTextBrowser>

#include <algorithm>

namespace nianbao {

OpinionsPanel::OpinionsPanel(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_buttons(new QWidget(this)), m_text(new QTextBrowser(this))
{
    m_text->setObjectName(QStringLiteral("opinions"));
    m_text->setAccessibleName(tr("Opinions and moves"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    new FlowLayout(m_buttons, fontMetrics().height() / 3);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_buttons);
    layout->addWidget(m_text, 1);
    connect(&session, &Session::changed, this, [this](const Delta &delta) {
        if (delta.review)
            refresh();
    });
    appearance::onNewColours(this, [this] { refresh(); });
    refresh();
}

/// What leads on comes first.
void OpinionsPanel::setActions(const QList<QAction *> &actions)
{
    QList<QAction *> ordered = actions;
    std::stable_partition(ordered.begin(), ordered.end(), [](const QAction *action) {
        const auto move = reviewActionFromString(action->objectName());
        return move && leadsOn(*move);
    });
    for (QAction *action : std::as_const(ordered)) {
        auto *button = appearance::plainButton(action->iconText(), m_buttons);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        connect(action, &QAction::changed, this, &OpinionsPanel::showButtons);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons->layout()->addWidget(button);
        m_buttonOf.insert(action, button);
    }
    showButtons();
}

void OpinionsPanel::showButtons()
{
    for (auto one = m_buttonOf.cbegin(); one != m_buttonOf.cend(); ++one) {
        const auto move = reviewActionFromString(one.key()->objectName());
        one.value()->setVisible(move && one.key()->isEnabled()
            && isTheirs(m_session.report().review(), *move, settings::userName()));
    }
}

/// Who comes back to the window, or to this panel in it, may be another: the settings say a name.
bool OpinionsPanel::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show)
        showButtons();
    return QWidget::event(event);
}

void OpinionsPanel::refresh()
{
    showButtons();
    const Report &report = m_session.report();
    const Review &review = report.review();
    RichWords words;
    if (review.seal || review.paper) {
        const Verification said = m_session.verification(settings::knownKey(report.fact(fact::kName)));
        const bool isGood
            = said.reason == Verification::Reason::None && said.verdict != Verification::Verdict::OtherKey;
        words.coloured(verdictWords(m_session),
            isGood ? appearance::okColour(palette()) : appearance::levelColour(palette(), Level::Error));
        words.newParagraph();
    }
    for (auto move = review.events.crbegin(); move != review.events.crend(); ++move) {
        words.newParagraph().bold(moveWords(move->action));
        if (!move->role.isEmpty() && move->role != moveWords(move->action))
            words.add(QStringLiteral("　") + move->role);
        const bool isOnPaper = review.paper && &*move == &review.events[lastApproval(review) - 1];
        words
            .add(QStringLiteral("　")
                + (isOnPaper ? tr("%1, recorded by %2").arg(review.paper->signedBy, move->who) : move->who))
            .coloured(QStringLiteral("　") + timeWords(move->at), appearance::quiet(palette()));
        if (!move->words.isEmpty())
            words.newLine().add(move->words);
        if (move->action == ReviewAction::Submit) {
            for (const HandOver &handOver : review.handedOver) {
                if (handOver.at == move->at)
                    words.newLine().add(tr("To %1").arg(handOver.to));
            }
        }
        if (move->action == ReviewAction::Publish && review.published && move == review.events.crbegin())
            words.newLine().add(
                QStringLiteral("%1　%2").arg(review.published->date, review.published->address));
    }
    if (review.events.isEmpty())
        words.add(tr("The report was not sent yet."));
    words.showIn(m_text);
}

} // namespace nianbao
