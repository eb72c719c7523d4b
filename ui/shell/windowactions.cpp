// SPDX-License-Identifier: MulanPSL-2.0
#include "windowactions.h"

#include "dialogs.h"
#include "gotodialog.h"
#include "menukey.h"
#include "pagepreview.h"
#include "partwalk.h"
#include "reportview.h"
#include "reportworkspace.h"
#include "tabstops.h"
#include "textzoom.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

namespace nianbao {

namespace {
constexpr double kZoomStep = 1.25; // of the pages
constexpr int kUsualPercent = 100; // of the letters
} // namespace

WindowActions::WindowActions(ReportWorkspace &report, QWidget *window)
    : QObject(window), m_report(report), m_window(window)
{
    menukey::listen();
    m_goTo = add(tr("&Go to…"), {Qt::CTRL | Qt::Key_G}, QStringLiteral("goTo"), [this] { goTo(); });
    m_view = {add(tr("Zoom &in"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                  QStringLiteral("zoomIn"), [this] { zoom(1); }),
        add(tr("Zoom o&ut"), {Qt::CTRL | Qt::Key_Minus}, QStringLiteral("zoomOut"), [this] { zoom(-1); }),
        add(tr("Usual si&ze"), {Qt::CTRL | Qt::Key_0}, QStringLiteral("zoomUsual"), [this] { zoom(0); }),
        add(tr("&Next part of the window"), {Qt::Key_F6}, QStringLiteral("nextPart"), [this] { step(1); }),
        add(tr("Pre&vious part of the window"), {Qt::SHIFT | Qt::Key_F6}, QStringLiteral("previousPart"),
            [this] { step(-1); }),
        add(tr("&Restore the layout"), {}, QStringLiteral("restoreLayout"), [this] { restoreLayout(); })};
    m_ofReport = m_view;
    m_ofReport.append(m_goTo);
    m_full = add(tr("&Full screen"), {Qt::Key_F11}, QStringLiteral("fullScreen"),
        [this] { setFullScreen(!m_window->isFullScreen()); });
    m_full->setCheckable(true);
    m_view.insert(3, m_full);
    connect(&report, &Workspace::opened, this, &WindowActions::showState);
    connect(&report, &Workspace::closed, this, &WindowActions::showState);
    showState();
}

QAction *WindowActions::add(
    const QString &text, const QList<QKeySequence> &keys, const QString &name, std::function<void()> work)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [work = std::move(work)] { work(); });
    return action;
}

void WindowActions::addToEdit(QMenu *menu)
{
    menu->addSeparator();
    menu->addAction(m_goTo);
}

void WindowActions::addToView(QMenu *menu)
{
    menu->addSeparator();
    menu->addActions(m_view);
    connect(menu, &QMenu::aboutToShow, this, [this] { m_full->setChecked(m_window->isFullScreen()); });
}

/// Also called while the workspace tells that it is closed: then it has no view any more.
void WindowActions::showState()
{
    for (QAction *action : std::as_const(m_ofReport))
        action->setEnabled(m_report.view() != nullptr);
}

void WindowActions::goTo()
{
    ReportView *view = m_report.view();
    if (!view || !view->commitOpenEditor())
        return;
    GoToDialog dialog(m_report.session()->report(), m_window);
    if (!dialogs::run(dialog) || dialog.place().isNowhere())
        return;
    view->goTo(dialog.place());
    QWidget *target = view->isReading() ? static_cast<QWidget *>(&view->preview()) : view->page();
    if (target && !target->isAncestorOf(QApplication::focusWidget()))
        tabstops::enter(*target);
}

/// The pages when somebody is there or reads; else the words and figures that are edited.
void WindowActions::zoom(int direction)
{
    ReportView *view = m_report.view();
    if (!view)
        return;
    PagePreview &pages = view->preview();
    const QWidget *focused = QApplication::focusWidget();
    if (view->isReading() || (focused && (focused == &pages || pages.isAncestorOf(focused)))) {
        if (direction == 0)
            pages.setFit(PagePreview::Fit::Width);
        else
            pages.zoomBy(direction > 0 ? kZoomStep : 1 / kZoomStep);
        return;
    }
    TextZoom &letters = TextZoom::ofThisPerson();
    if (direction == 0)
        letters.setPercent(kUsualPercent);
    else
        letters.step(direction);
    Q_EMIT notice(tr("Letters of texts and tables: %1%").arg(letters.percent()));
}

void WindowActions::setFullScreen(bool full)
{
    const auto state = m_window->windowState();
    m_window->setWindowState(full ? state | Qt::WindowFullScreen : state & ~Qt::WindowFullScreen);
    m_full->setChecked(full);
}

void WindowActions::restoreLayout()
{
    m_report.restoreLayout();
    TextZoom::ofThisPerson().setPercent(kUsualPercent);
    if (ReportView *view = m_report.view())
        view->preview().setFit(PagePreview::Fit::Width);
    Q_EMIT notice(tr("Contents, editor and panel are as wide as at first."));
}

void WindowActions::step(int direction)
{
    if (ReportView *view = m_report.view())
        view->parts().step(direction);
}

} // namespace nianbao
