// SPDX-License-Identifier: MulanPSL-2.0
#include "editactions.h"

#include "gridview.h"
#include "tablepage.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace nianbao {

namespace {

/// The table that the widget is, or in which it is the editor of a cell.
GridView *gridAround(QWidget *widget)
{
    for (QWidget *at = widget; at && !at->isWindow(); at = at->parentWidget()) {
        if (auto *grid = qobject_cast<GridView *>(at))
            return grid;
    }
    return nullptr;
}

/// On X11 editors have them for the end of the line and for deleting, with letters that menus have, too.
bool isOfX11(const QKeyEvent &key)
{
    return key.modifiers() == Qt::ControlModifier
        && (key.matches(QKeySequence::MoveToEndOfLine) || key.matches(QKeySequence::DeleteEndOfLine)
            || key.matches(QKeySequence::DeleteCompleteLine));
}

} // namespace

EditActions::EditActions(QWidget *window) : QObject(window), m_window(window)
{
    using clipboarduse::Deed;
    m_lines = {{Deed::Cut, add(tr("Cu&t"), QKeySequence::Cut, QStringLiteral("cut"))},
        {Deed::Copy, add(tr("&Copy"), QKeySequence::Copy, QStringLiteral("copy"))},
        {Deed::Paste, add(tr("&Paste"), QKeySequence::Paste, QStringLiteral("paste"))}};
    m_asCells = add(tr("Paste as c&ells"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
        QStringLiteral("pasteAsCells"));
    m_asCells->setShortcutContext(Qt::WindowShortcut); // no field knows this one
    m_lines.append(
        {Deed::SelectAll, add(tr("Select &all"), QKeySequence::SelectAll, QStringLiteral("selectAll"))});
    m_zero = add(tr("All &zero in this table"), {}, QStringLiteral("allZeroInTable"));
    connect(m_zero, &QAction::triggered, this, [this] {
        if (TablePage *page = shownTable())
            page->fillWithZero();
    });
    for (const Line &line : std::as_const(m_lines)) {
        connect(line.action, &QAction::triggered, this,
            [this, deed = line.deed] { clipboarduse::perform(m_where, deed); });
    }
    connect(m_asCells, &QAction::triggered, this, [this] {
        if (GridView *grid = gridAround(m_where))
            grid->pasteAsCells();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    qApp->installEventFilter(this);
    showState();
}

/// The key is shown and not heard: what has the focus takes it, each in its way.
QAction *EditActions::add(const QString &text, const QKeySequence &keys, const QString &name)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
}

void EditActions::addTo(QMenu *menu)
{
    menu->addSeparator();
    for (const auto &[deed, action] : std::as_const(m_lines)) {
        menu->addAction(action);
        if (deed == clipboarduse::Deed::Paste)
            menu->addAction(m_asCells);
    }
    menu->addSeparator();
    menu->addAction(m_zero);
    connect(menu, &QMenu::aboutToShow, this, &EditActions::showState);
}

/// Whatever has the focus: the table is what is edited.
TablePage *EditActions::shownTable() const
{
    const auto pages = m_window->findChildren<TablePage *>();
    for (TablePage *page : pages) {
        if (page->isVisible())
            return page;
    }
    return nullptr;
}

void EditActions::follow(QWidget *focused)
{
    const bool isMenu = qobject_cast<QMenuBar *>(focused) || qobject_cast<QMenu *>(focused);
    if (!focused || isMenu || focused->window() != m_window)
        return;
    m_where = focused;
    m_asCells->setEnabled(gridAround(m_where) != nullptr);
}

/// A key of the window's menus is theirs wherever the focus is.
bool EditActions::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !object->isWidgetType())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!isOfX11(*key) || static_cast<QWidget *>(object)->window() != m_window)
        return false;
    const auto actions = m_window->findChildren<QAction *>();
    return std::any_of(actions.begin(), actions.end(),
        [&](const QAction *one) { return one->shortcuts().contains(QKeySequence(key->keyCombination())); });
}

void EditActions::showState()
{
    for (const Line &line : std::as_const(m_lines))
        line.action->setEnabled(clipboarduse::may(m_where, line.deed));
    m_asCells->setEnabled(gridAround(m_where) != nullptr);
    const TablePage *page = shownTable();
    m_zero->setEnabled(page && page->mayFillWithZero());
}

} // namespace nianbao
