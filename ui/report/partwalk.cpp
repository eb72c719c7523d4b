// SPDX-License-Identifier: MulanPSL-2.0
#include "partwalk.h"

#include "tabstops.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSplitter>

namespace nianbao {

PartWalk::PartWalk(QSplitter *parts, QWidget *view) : QObject(view), m_parts(parts)
{
    view->installEventFilter(this); // hears the keys that nobody in it has taken
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { remember(now); });
}

void PartWalk::setBar(QWidget *bar)
{
    m_bar = bar;
    bar->installEventFilter(this);
}

QList<QWidget *> PartWalk::inSight() const
{
    QList<QWidget *> result;
    for (int i = 0; m_parts && i < m_parts->count(); ++i) {
        if (m_parts->widget(i)->isVisible())
            result.append(m_parts->widget(i));
    }
    if (m_bar && m_bar->isVisible() && tabstops::firstOf(*m_bar))
        result.append(m_bar);
    return result;
}

int PartWalk::partOf(const QWidget *widget) const
{
    const auto parts = inSight();
    for (int i = 0; i < parts.size(); ++i) {
        if (widget && (parts[i] == widget || parts[i]->isAncestorOf(widget)))
            return i;
    }
    return -1;
}

void PartWalk::remember(QWidget *focused)
{
    const int part = partOf(focused);
    if (part < 0)
        return;
    QWidget *entered = inSight()[part];
    m_left[entered] = focused;
    if (entered != m_bar)
        m_beforeBar = focused;
}

void PartWalk::step(int direction)
{
    const auto parts = inSight();
    if (parts.isEmpty())
        return;
    const int count = int(parts.size());
    const int current = partOf(QApplication::focusWidget());
    enter(parts[current < 0 ? 0 : (current + direction + count) % count]);
}

void PartWalk::enter(QWidget *part)
{
    QWidget *left = m_left.value(part);
    if (left && left->isVisible() && left->isEnabled())
        left->setFocus(Qt::ShortcutFocusReason);
    else
        tabstops::enter(*part);
}

bool PartWalk::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto parts = inSight();
    const int current = partOf(QApplication::focusWidget());
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (current == 0 && isEnter && parts.size() > 1 && parts.first() == m_parts->widget(0)) {
        enter(parts[1]);
        return true;
    }
    if (current > 0 && key->key() == Qt::Key_Escape) {
        if (parts[current] == m_bar && m_beforeBar && m_beforeBar->isVisible())
            m_beforeBar->setFocus(Qt::ShortcutFocusReason);
        else
            enter(parts[current - 1]);
        return true;
    }
    return QObject::eventFilter(object, event);
}

} // namespace nianbao
