// SPDX-License-Identifier: MulanPSL-2.0
#include "reviewerspage.h"

#include "appearance.h"
#include "chaindialog.h"
#include "dialogs.h"
#include "settings.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nianbao {

namespace {

QList<ChainStep> usualChain() { return Review().steps(); }

QList<ChainStep> chainInUse()
{
    const auto own = settings::reviewers();
    return own.isEmpty() ? usualChain() : own;
}

} // namespace

ReviewersPage::ReviewersPage(QWidget *parent)
    : SettingsPage(QStringLiteral("reviewers"), tr("Reviewers"),
        tr("Who reads a new report, one after another; the last one approves. A report that was begun keeps "
           "its own "
           "chain, and hands it on to the next year's."),
        parent)
    , m_chain(appearance::label(QString(), this))
{
    m_chain->setObjectName(QStringLiteral("settingsChain"));
    m_chain->setWordWrap(true);
    auto *change = appearance::plainButton(tr("Change…"), this);
    change->setObjectName(QStringLiteral("settingsChangeChain"));
    change->setAutoDefault(false);
    column()->addWidget(m_chain);
    column()->addWidget(change, 0, Qt::AlignLeft);
    column()->addStretch(1);
    connect(change, &QPushButton::clicked, this, &ReviewersPage::edit);
    showAll();
}

QString ReviewersPage::state() const { return tr("%n steps", nullptr, int(chainInUse().size())); }

void ReviewersPage::restore()
{
    settings::setReviewers({});
    showAll();
}

void ReviewersPage::edit()
{
    ChainDialog dialog(chainInUse(), this);
    if (!dialogs::run(dialog))
        return;
    const auto steps = dialog.steps();
    settings::setReviewers(steps == usualChain() ? QList<ChainStep>() : steps);
    showAll();
}

void ReviewersPage::showAll()
{
    QStringList lines;
    for (const ChainStep &step : chainInUse())
        lines.append(QStringLiteral("%1. %2　%3").arg(lines.size() + 1).arg(step.role, step.name));
    m_chain->setText(lines.join(u'\n'));
    Q_EMIT stateChanged();
}

} // namespace nianbao
