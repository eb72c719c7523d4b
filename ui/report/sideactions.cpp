// SPDX-License-Identifier: MulanPSL-2.0
#include "sideactions.h"

#include "settings.h"

#include <QAction>

#include <utility>

namespace nianbao {

namespace {
constexpr int kAllSides = 58; // heights of a line; a narrower window has no room for both sides
const QString kContents = QStringLiteral("contents");
const QString kPanel = QStringLiteral("panel");
} // namespace

SideActions::SideActions(QObject *window)
    : QObject(window)
    , m_contents(make(Qt::Key_F9, ReportView::Side::Contents, kContents))
    , m_panel(make(Qt::Key_F10, ReportView::Side::Panel, kPanel))
{
    m_contents->setText(tr("C&ontents at the left"));
    m_panel->setText(tr("&Panel at the right"));
}

QAction *SideActions::make(Qt::Key key, ReportView::Side side, const QString &name)
{
    auto *action = new QAction(this);
    action->setShortcut(key);
    action->setCheckable(true);
    action->setChecked(settings::windowState(name) != "hidden");
    connect(action, &QAction::toggled, this, [this, side](bool shown) {
        if (m_view)
            m_view->setSideShown(side, shown);
    });
    connect(action, &QAction::triggered, this,
        [name](bool shown) { settings::setWindowState(name, shown ? "shown" : "hidden"); });
    return action;
}

void SideActions::setView(ReportView *view)
{
    m_view = view;
    if (!m_view)
        return;
    m_view->setSideShown(ReportView::Side::Contents, m_contents->isChecked());
    m_view->setSideShown(ReportView::Side::Panel, m_panel->isChecked());
    if (std::exchange(m_isLeftOut, false))
        Q_EMIT notice(tr("F10 shows the preview and the findings beside the text."));
}

bool SideActions::showPanel(bool shown)
{
    const bool isOther = m_panel->isChecked() != shown;
    m_panel->setChecked(shown);
    return isOther;
}

void SideActions::leaveOutPanelOf(const QWidget &window, int width)
{
    if (width >= kAllSides * window.fontMetrics().height() || !settings::windowState(kPanel).isEmpty())
        return;
    m_panel->setChecked(false);
    m_isLeftOut = true;
}

} // namespace nianbao
