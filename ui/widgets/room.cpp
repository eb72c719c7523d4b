// SPDX-License-Identifier: MulanPSL-2.0
#include "room.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace nianbao {

namespace {

constexpr int kColumnWidth = 64; // heights of a line

/// The least height at which nothing of the page is cut, word-wrapped labels at this width.
int leastHeight(const QWidget &page, int width)
{
    const QLayout *layout = page.layout();
    const int needed = layout && layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width)
        : layout                                             ? layout->totalMinimumSize().height()
                                                             : page.minimumSizeHint().height();
    return std::max(needed, page.minimumHeight());
}

int leastWidth(const QWidget &page)
{
    return std::max(
        page.layout() ? page.layout()->totalMinimumSize().width() : page.minimumSizeHint().width(),
        page.minimumWidth());
}

} // namespace

Room::Room(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { showFocused(now); });
}

/// Qt scrolls to what Tab leads to within; not to what it leads to from outside, nor where a key sets the
/// focus.
void Room::showFocused(QWidget *focused)
{
    if (!focused || !widget() || !widget()->isAncestorOf(focused))
        return;
    if (!isSeenFrom(-widget()->pos(), *focused))
        ensureWidgetVisible(focused);
}

bool Room::isSeenFrom(const QPoint &corner, const QWidget &part) const
{
    const QRect whole(part.mapTo(widget(), QPoint()), part.size());
    const QRect seen = whole & QRect(corner, viewport()->size());
    return seen.height() >= std::min(whole.height(), fontMetrics().height());
}

/// The line or cell that is worked in, when there is less room than there was.
void Room::keepFocusedInSight(const QSize &before)
{
    const QWidget *focused = QApplication::focusWidget();
    if (!focused || !widget() || !widget()->isAncestorOf(focused))
        return;
    const QRect part = focused->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    const QRect there(focused->mapTo(viewport(), part.topLeft()), part.size());
    if (QRect(QPoint(), before).contains(there) && !viewport()->rect().contains(there))
        ensureVisible(there.center().x() - widget()->x(), there.center().y() - widget()->y(),
            there.width() / 2 + 1, there.height() / 2 + 1);
}

void Room::setPage(QWidget *page)
{
    if (QWidget *before = takeWidget())
        before->setParent(this); // hidden, until it is deleted
    setWidget(page);
    page->setAutoFillBackground(false);
    page->show();
    fit();
}

void Room::setColumn(QWidget *column)
{
    const int em = fontMetrics().height();
    auto *page = new QWidget(this);
    column->setMaximumWidth(em * kColumnWidth);
    auto *middle = new QHBoxLayout(page);
    middle->setContentsMargins(em, em, em, em);
    middle->addStretch(1);
    middle->addWidget(column, 100);
    middle->addStretch(1);
    setPage(page);
}

QSize Room::sizeHint() const
{
    return widget() ? widget()->sizeHint().expandedTo(minimumSizeHint()) : QScrollArea::sizeHint();
}

QSize Room::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 8, em * 5};
}

bool Room::eventFilter(QObject *object, QEvent *event)
{
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(object, event);
}

void Room::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
    keepFocusedInSight(event->oldSize());
}

void Room::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    fit(); // hidden layouts do not say that they have changed
}

void Room::fit()
{
    QWidget *page = widget();
    if (!page)
        return;
    const QSize room = maximumViewportSize(); // without scroll bars
    const QSize bars(verticalScrollBar()->sizeHint().width(), horizontalScrollBar()->sizeHint().height());
    const int least = leastWidth(*page);
    int width = std::max(room.width(), least);
    int height = room.height() - (width > room.width() ? bars.height() : 0);
    if (leastHeight(*page, width) > height) { // the bar takes its width from the page
        width = std::max(room.width() - bars.width(), least);
        height = room.height() - (width > room.width() - bars.width() ? bars.height() : 0);
        height = std::max(height, leastHeight(*page, width));
    }
    page->resize(width, height);
}

} // namespace nianbao
