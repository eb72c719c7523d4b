// SPDX-License-Identifier: MulanPSL-2.0
#include "matteractions.h"

#include "icons.h"
#include "reportview.h"

#include <QAction>
#include <QShortcut>

namespace nianbao {

MatterActions::MatterActions(QWidget *workspace) : QObject(workspace)
{
    m_next = make(QStringLiteral("nextFinding"), Qt::Key_F8, 1);
    m_next->setText(tr("&Next finding"));
    m_next->setIconText(tr("Next finding")); // without the mnemonic of the menu
    m_next->setToolTip(tr("To the next finding or comment (F8)"));
    icons::set(m_next, QStringLiteral("next-finding"));
    m_previous = make(QStringLiteral("previousFinding"), Qt::SHIFT | Qt::Key_F8, -1);
    m_previous->setText(tr("&Previous finding"));
    showState();
}

QAction *MatterActions::make(const QString &name, const QKeySequence &keys, int direction)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(keys);
    // it also takes over what is still typed, in which a finding may be
    auto *idle = new QShortcut(keys, static_cast<QWidget *>(parent()));
    m_idle.append(idle);
    const auto step = [this, direction] {
        if (m_view)
            m_view->stepMatter(direction);
    };
    connect(action, &QAction::triggered, this, step);
    connect(idle, &QShortcut::activated, this, step);
    return action;
}

void MatterActions::setView(ReportView *view)
{
    m_view = view;
    if (m_view)
        connect(m_view, &ReportView::mattersChanged, this, &MatterActions::showState);
    showState();
}

void MatterActions::showState()
{
    const bool isAny = m_view && m_view->hasMatter();
    for (QAction *action : actions())
        action->setEnabled(isAny);
    for (QShortcut *idle : std::as_const(m_idle))
        idle->setEnabled(m_view && !isAny);
}

} // namespace nianbao
