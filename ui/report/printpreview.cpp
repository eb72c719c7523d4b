// SPDX-License-Identifier: MulanPSL-2.0
#include "printpreview.h"

#include "appearance.h"
#include "icons.h"
#include "literal.h"

#include <QAction>
#include <QGraphicsView>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QWidgetAction>

#include <array>
#include <utility>

namespace nianbao {

namespace {

/// Of its buttons from left to right, which have no names of their own; empty: taken away.
constexpr std::array kButtons{"fit-width", "fit-page", "zoom-out", "zoom-in", "", "", "first", "back",
    "forward", "last", "one-page", "two-pages", "all-pages", "", "print"};

bool isButton(const QAction *action)
{
    return !action->isSeparator() && !qobject_cast<const QWidgetAction *>(action);
}

} // namespace

PrintPreview::PrintPreview(QPrinter *printer, QWidget *window)
    : QPrintPreviewDialog(printer, window), m_pages(findChild<QPrintPreviewWidget *>())
{
    if (const QString name = printer->docName(); !name.isEmpty())
        setWindowTitle(literal::windowTitle(
            tr("Print preview: %1").arg(name))); // Qt glues them by a colon of one language
    const auto layOnDesk = [this] {
        for (const auto *view : findChildren<QGraphicsView *>())
            view->scene()->setBackgroundBrush(themes::colour(themes::shownBy(palette()), Colour::Desk));
    };
    for (auto *view : findChildren<QGraphicsView *>())
        view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else what fits the width is too wide by it
    appearance::onNewColours(this, layOnDesk);
    layOnDesk();
    auto *bar = findChild<QToolBar *>();
    QList<QAction *> buttons;
    for (QAction *action : bar ? bar->actions() : QList<QAction *>()) {
        if (isButton(action))
            buttons.append(action);
    }
    if (buttons.size() != qsizetype(kButtons.size())) // of another Qt: as it is
        return;
    m_fitWidth = buttons.first();
    bool isBehindSeparator = true;
    for (QAction *action : bar->actions()) {
        const auto at = buttons.indexOf(action);
        const char *name = at < 0 ? nullptr : kButtons[size_t(at)];
        if (name && !*name)
            action->setVisible(false);
        else if (name)
            action->setIcon(icons::icon(QLatin1String(name)));
        if (action->isSeparator() && std::exchange(isBehindSeparator, true))
            action->setVisible(false); // nothing stands between it and the one before
        else if (action->isVisible() && !action->isSeparator())
            isBehindSeparator = false;
    }
    QAction *print = buttons.last();
    bar->insertAction(bar->insertSeparator(bar->actions().first()), print);
    if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(print)))
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

/// The whole page, as Qt begins; where that is too small to be read, as wide as there is room.
void PrintPreview::showEvent(QShowEvent *event)
{
    QPrintPreviewDialog::showEvent(event);
    QTimer::singleShot(0, this, [this] { // when the pages have their places
        constexpr double kReadable = 0.5; // of the size on paper
        if (m_fitWidth && m_pages && m_pages->zoomFactor() < kReadable)
            m_fitWidth->trigger();
    });
}

} // namespace nianbao
