// SPDX-License-Identifier: MulanPSL-2.0
#include "recentmenu.h"

#include "desktoprecent.h"
#include "literal.h"
#include "recentreports.h"
#include "shownpath.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kMostInMenu = 15; // what fits a small screen; the start page has all

/// "张村镇 2021 — 年报.nianbao", so that two of the same year are told apart.
QString menuWords(const RecentReport &report)
{
    return RecentMenu::tr("%1 — %2", "title and file of a recent report")
        .arg(report.title, QFileInfo(report.path).fileName());
}

} // namespace

RecentMenu::RecentMenu(std::function<QString()> openPath, QWidget *parent)
    : QMenu(parent), m_openPath(std::move(openPath))
{
    setTitle(tr("Recently &used"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::fill);
    fill(); // a menu without a line cannot be opened
}

void RecentMenu::fill()
{
    clear();
    auto recent = settings::recentReports();
    std::stable_partition(
        recent.begin(), recent.end(), [](const RecentReport &report) { return report.isPinned; });
    qsizetype pinned = 0;
    for (const RecentReport &report : recent.mid(0, kMostInMenu)) {
        if (!report.isPinned && pinned > 0)
            addSeparator();
        pinned = report.isPinned ? pinned + 1 : 0;
        QAction *open = literal::addAction(this, menuWords(report));
        open->setToolTip(literal::toolTip(shownPath(report.path)));
        open->setData(report.path);
        connect(open, &QAction::triggered, this, [this, path = report.path] { Q_EMIT openRequested(path); });
    }
    if (recent.isEmpty())
        literal::addAction(this, tr("No report was open yet"))->setEnabled(false);
    addSeparator();
    const QString here = m_openPath();
    const auto own = std::find_if(
        recent.begin(), recent.end(), [&](const RecentReport &report) { return report.path == here; });
    QAction *pin = addAction(tr("&Pin the open report"));
    pin->setObjectName(QStringLiteral("pinOpen"));
    pin->setCheckable(true);
    pin->setEnabled(own != recent.end());
    pin->setChecked(own != recent.end() && own->isPinned);
    connect(pin, &QAction::toggled, this, [this, here](bool isPinned) {
        settings::pinRecentReport(here, isPinned);
        Q_EMIT listChanged();
    });
    QAction *clearAll = addAction(tr("&Clear what is not pinned"));
    clearAll->setObjectName(QStringLiteral("clearRecent"));
    clearAll->setEnabled(std::any_of(
        recent.begin(), recent.end(), [](const RecentReport &report) { return !report.isPinned; }));
    connect(clearAll, &QAction::triggered, this, [this] {
        forgetAllRecent();
        Q_EMIT listChanged();
    });
}

void forgetRecent(const QString &path)
{
    settings::removeRecentReport(path);
    desktopRecent::forgetSoon({path});
}

void forgetAllRecent()
{
    QStringList gone;
    for (const RecentReport &report : settings::recentReports()) {
        if (!report.isPinned)
            gone.append(report.path);
    }
    settings::clearRecentReports();
    desktopRecent::forgetSoon(gone);
}

} // namespace nianbao
