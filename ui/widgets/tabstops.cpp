// SPDX-License-Identifier: MulanPSL-2.0
#include "tabstops.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTextEdit>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace nianbao {

namespace {

/// What is inside of it is its own affair.
bool isWhole(const QWidget *widget)
{
    return qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTextEdit *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QTabBar *>(widget);
}

void addFrom(const QLayout *layout, QList<QWidget *> &children);

void addItem(QLayoutItem *item, QList<QWidget *> &children)
{
    if (!item)
        return;
    if (QWidget *widget = item->widget())
        children.append(widget);
    else
        addFrom(item->layout(), children);
}

void addLines(const QFormLayout &form, QList<QWidget *> &children)
{
    for (int row = 0; row < form.rowCount(); ++row) {
        for (const auto role : {QFormLayout::SpanningRole, QFormLayout::LabelRole, QFormLayout::FieldRole}) {
            QLayoutItem *item = form.itemAt(row, role);
            if (role == QFormLayout::FieldRole && item == form.itemAt(row, QFormLayout::SpanningRole))
                continue;
            addItem(item, children);
        }
    }
}

void addSquares(const QGridLayout &grid, QList<QWidget *> &children)
{
    QList<std::tuple<int, int, int>> squares; // row, column, number of the item
    for (int i = 0; i < grid.count(); ++i) {
        int row = 0, column = 0, rowSpan = 0, columnSpan = 0;
        grid.getItemPosition(i, &row, &column, &rowSpan, &columnSpan);
        squares.append({row, column, i});
    }
    std::sort(squares.begin(), squares.end());
    for (const auto &square : std::as_const(squares))
        addItem(grid.itemAt(std::get<2>(square)), children);
}

void addFrom(const QLayout *layout, QList<QWidget *> &children)
{
    if (!layout)
        return;
    if (const auto *form = qobject_cast<const QFormLayout *>(layout))
        return addLines(*form, children);
    if (const auto *grid = qobject_cast<const QGridLayout *>(layout))
        return addSquares(*grid, children);
    for (int i = 0; i < layout->count(); ++i)
        addItem(layout->itemAt(i), children);
}

QList<QWidget *> childrenAsSeen(QWidget &widget)
{
    QList<QWidget *> children;
    if (const auto *splitter = qobject_cast<QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            children.append(splitter->widget(i));
    } else if (const auto *tabs = qobject_cast<QTabWidget *>(&widget)) {
        children.append(tabs->tabBar());
        for (int i = 0; i < tabs->count(); ++i)
            children.append(tabs->widget(i));
    } else if (const auto *area = qobject_cast<QScrollArea *>(&widget)) {
        if (area->widget())
            children.append(area->widget());
    } else {
        addFrom(widget.layout(), children);
    }
    QList<QWidget *> others; // that no layout holds
    for (QWidget *child : widget.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!child->isWindow() && !children.contains(child))
            others.append(child);
    }
    std::stable_sort(others.begin(), others.end(), [](const QWidget *one, const QWidget *other) {
        return std::pair(one->y(), one->x()) < std::pair(other->y(), other->x());
    });
    return children + others;
}

bool canTakeFocus(const QWidget &stop) { return stop.isVisible() && stop.isEnabled(); }

void collect(QWidget &widget, QList<QWidget *> &stops)
{
    if ((widget.focusPolicy() & Qt::TabFocus) && !stops.contains(&widget))
        stops.append(&widget);
    if (isWhole(&widget))
        return;
    const auto children = childrenAsSeen(widget);
    for (QWidget *child : children)
        collect(*child, stops);
}

} // namespace

QList<QWidget *> tabstops::asSeen(QWidget &root)
{
    QList<QWidget *> stops;
    collect(root, stops);
    return stops;
}

void tabstops::order(QWidget &root)
{
    const auto stops = asSeen(root);
    for (int i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

bool tabstops::step(QWidget &window, bool next)
{
    QList<QWidget *> stops;
    const auto all = asSeen(window);
    for (QWidget *stop : all) { // who hands the focus on is no stop besides
        QWidget *taking = stop;
        while (taking->focusProxy())
            taking = taking->focusProxy();
        if (!stops.contains(taking))
            stops.append(taking);
    }
    const QWidget *focused = window.focusWidget();
    const auto here = std::find_if(stops.rbegin(), stops.rend(), [focused](const QWidget *stop) {
        return focused && (stop == focused || stop->isAncestorOf(focused));
    });
    const qsizetype count = stops.size();
    qsizetype at = here != stops.rend() ? std::distance(here, stops.rend()) - 1 : next ? -1 : count;
    for (qsizetype tries = 0; tries < count; ++tries) {
        at = (at + (next ? 1 : -1) + count) % count;
        if (!canTakeFocus(*stops[at]))
            continue;
        stops[at]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return false;
}

QWidget *tabstops::firstOf(QWidget &root)
{
    const auto stops = asSeen(root);
    const auto found
        = std::find_if(stops.begin(), stops.end(), [](const QWidget *stop) { return canTakeFocus(*stop); });
    return found == stops.end() ? nullptr : *found;
}

void tabstops::enter(QWidget &part)
{
    QWidget *inside = &part;
    while (inside) {
        if (const auto *tabs = qobject_cast<QTabWidget *>(inside))
            inside = tabs->currentWidget();
        else if (const auto *area = qobject_cast<QScrollArea *>(inside))
            inside = area->widget();
        else
            break;
    }
    QWidget *first = inside ? inside->focusProxy() : nullptr;
    if (inside && (!first || !first->isVisible() || !first->isEnabled()))
        first = firstOf(*inside);
    if (!first)
        first = firstOf(part);
    if (first)
        first->setFocus(Qt::ShortcutFocusReason);
}

QWidget *tabstops::firstField(QWidget &dialog)
{
    const auto stops = asSeen(dialog);
    const auto found = std::find_if(stops.begin(), stops.end(), [&dialog](const QWidget *stop) {
        return isWhole(stop) && !qobject_cast<const QTabBar *>(stop) && stop->isVisibleTo(&dialog)
            && stop->isEnabled();
    });
    return found == stops.end() ? nullptr : *found;
}

} // namespace nianbao
