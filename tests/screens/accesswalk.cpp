// SPDX-License-Identifier: MulanPSL-2.0
#include "accesswalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMetaEnum>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace nianbao::test {

namespace {

constexpr int kMostCells = 600; // of one table: the others are made by the same model
constexpr int kMostStops = 300;

QString nameOf(QAccessibleInterface &one) { return one.text(QAccessible::Name).trimmed(); }

QString who(const QWidget &w)
{
    const QWidget *in = w.parentWidget();
    while (in && in->objectName().isEmpty())
        in = in->parentWidget();
    QString words = w.accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&w); button && words.isEmpty())
        words = button->text();
    return QStringLiteral("%1 %2 “%3” in %4")
        .arg(QLatin1String(w.metaObject()->className()), w.objectName(), words.left(40),
            in ? in->objectName() : QString());
}

/// The nearest thing around it, itself included, that is a widget.
QWidget *widgetOf(QAccessibleInterface *one)
{
    for (; one && one->isValid(); one = one->parent()) {
        if (auto *widget = qobject_cast<QWidget *>(one->object()))
            return widget;
    }
    return nullptr;
}

QString who(QAccessibleInterface &one)
{
    const QWidget *widget = widgetOf(&one);
    const QString words = QStringLiteral("%1 “%2”").arg(
        QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(one.role())),
        nameOf(one).left(40));
    return widget ? words + QStringLiteral(": ") + who(*widget) : words;
}

bool isCell(QAccessibleInterface &one)
{
    const auto role = one.role();
    return role == QAccessible::Cell || role == QAccessible::ListItem || role == QAccessible::TreeItem;
}

/// What can be chosen, typed into, pressed.
bool isControl(QAccessibleInterface &one)
{
    const QAccessible::State state = one.state();
    if (state.disabled || one.role() == QAccessible::Window)
        return false;
    if (isCell(one)) // heads and what they cover are no stops
        return state.selectable;
    const auto *actions = one.actionInterface();
    return state.focusable || (actions && !actions->actionNames().isEmpty());
}

void collect(QAccessibleInterface *one, QList<QAccessibleInterface *> &all)
{
    all.append(one);
    const int count = std::min(one->childCount(), kMostCells);
    for (int i = 0; i < count; ++i) {
        QAccessibleInterface *child = one->child(i);
        // cells that are scrolled out of sight call themselves invisible
        const bool isHiddenTab = child && child->role() == QAccessible::PageTab && child->rect().isEmpty();
        if (child && child->isValid() && !isHiddenTab && (isCell(*child) || !child->state().invisible))
            collect(child, all);
    }
}

bool hasWords(const QString &name)
{
    return std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

QString surroundings(const QWidget *widget)
{
    QStringList names;
    for (const QWidget *in = widget ? widget->parentWidget() : nullptr; in && !in->isWindow();
         in = in->parentWidget()) {
        if (QAccessibleInterface *part = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(in));
            part && !nameOf(*part).isEmpty())
            names.append(nameOf(*part));
    }
    return names.join(u'\n');
}

/// The heads of a cell as it tells them itself; those that only count columns are none.
bool hasHead(QAccessibleInterface &cell)
{
    const auto *place = cell.tableCellInterface();
    if (!place)
        return false;
    const auto heads = place->columnHeaderCells();
    return std::any_of(heads.begin(), heads.end(), [place](QAccessibleInterface *head) {
        return head && hasWords(nameOf(*head)) && nameOf(*head) != QString::number(place->columnIndex() + 1);
    });
}

class Names {
public:
    explicit Names(QStringList &faults) : m_faults(faults) { }

    void look(QAccessibleInterface &one)
    {
        if (!isControl(one))
            return;
        const QString name = nameOf(one);
        if ((name + one.text(QAccessible::Description)).contains(QLatin1String("</")))
            m_faults.append(QStringLiteral("markup: ") + who(one));
        const QWidget *widget = widgetOf(&one);
        const QString className = widget ? QLatin1String(widget->metaObject()->className()) : QString();
        const bool isOwn = one.object() == widget;
        if (name.isEmpty() && !hasHead(one)) // a blank cell has the name of its column
            m_faults.append(QStringLiteral("nameless: ") + who(one));
        else if (name.isEmpty())
            return;
        else if (!hasWords(name)
            || (isOwn && (name == className || (name == widget->objectName() && name.isLower()))))
            m_faults.append(QStringLiteral("poor name: ") + who(one));
        else if (isOwn && !qobject_cast<const QMenuBar *>(widget))
            compare(one, *widget, name);
    }

private:
    void compare(QAccessibleInterface &one, const QWidget &widget, const QString &name)
    {
        const QStringList key{
            QString::number(one.role()), name, one.text(QAccessible::Description), surroundings(&widget)};
        if (const auto before = m_seen.constFind(key); before != m_seen.constEnd())
            m_faults.append(QStringLiteral("same name: %1 and %2").arg(who(one), *before));
        else
            m_seen.insert(key, who(one));
    }

    QStringList &m_faults;
    QHash<QStringList, QString> m_seen;
};

void lookAtHeads(QAccessibleInterface &one, QStringList &faults)
{
    QAccessibleTableInterface *table = one.tableInterface();
    if (!table || table->columnCount() < 2 || table->rowCount() < 1)
        return;
    if (one.object() && one.object()->objectName() == u"qt_calendar_calendarview")
        return; // Qt's, which has the days of the week as its first row
    int bare = 0;
    for (int column = 0; column < table->columnCount(); ++column) {
        for (int row = 0; row < std::min(table->rowCount(), 40); ++row) {
            QAccessibleInterface *cell = table->cellAt(row, column);
            if (!cell || !cell->isValid() || !cell->state().focusable)
                continue;
            const auto *place = cell->tableCellInterface();
            // what stands at the left may be the head of its row
            const bool isRowHead = column == 0 && place && place->rowHeaderCells().isEmpty();
            if (!isRowHead && !hasHead(*cell))
                ++bare;
            break; // each column has one head
        }
    }
    if (bare > 0)
        faults.append(
            QStringLiteral("no heads: %1, columns without: %2").arg(who(one), QString::number(bare)));
}

QList<QAccessibleInterface *> lookAtNames(QAccessibleInterface *root, QStringList &faults)
{
    QList<QAccessibleInterface *> all;
    collect(root, all);
    Names names(faults);
    for (QAccessibleInterface *one : std::as_const(all)) {
        names.look(*one);
        lookAtHeads(*one, faults);
    }
    return all;
}

// Tab

bool isTrap(const QWidget &w)
{
    const auto *text = qobject_cast<const QTextEdit *>(&w);
    const auto *plain = qobject_cast<const QPlainTextEdit *>(&w);
    return (text && !text->tabChangesFocus() && !text->isReadOnly())
        || (plain && !plain->tabChangesFocus() && !plain->isReadOnly());
}

QWidget *nextInChain(QWidget &from)
{
    for (QWidget *next = from.nextInFocusChain(); next && next != &from; next = next->nextInFocusChain()) {
        if ((next->focusPolicy() & Qt::TabFocus) && next->isVisible() && next->isEnabled()
            && next->window() == from.window())
            return next;
    }
    return nullptr;
}

/// What of it is not cut off by what it stands in.
QRect seenOf(const QWidget &w)
{
    QRect seen = w.rect();
    for (const QWidget *at = &w; !at->isWindow() && at->parentWidget(); at = at->parentWidget())
        seen = seen.translated(at->pos()) & at->parentWidget()->rect();
    return seen;
}

/// Where it is seen: a table that is scrolled reaches under what stands beside it.
QRect boxOf(const QWidget &w)
{
    const QRect seen = seenOf(w);
    return seen.isEmpty() ? QRect(w.mapTo(w.window(), QPoint()), w.size()) : seen;
}

/// In the middle of a line, or at the top of the next column, it goes on.
bool isBackwards(const QRect &a, const QRect &b)
{
    const bool isAbove = b.bottom() <= a.top() && b.left() < a.right();
    const bool isLeft = b.right() <= a.left() && std::abs(b.center().y() - a.center().y()) < 8;
    return isAbove || isLeft;
}

class TabWalk {
public:
    TabWalk(QWidget &window, QStringList &faults) : m_window(window), m_faults(faults)
    {
        window.activateWindow();
        QApplication::setActiveWindow(&window);
        QPointer<QWidget> before = QApplication::focusWidget();
        if (!before || before->window() != &window)
            before = window.focusWidget();
        if (!before)
            before = nextInChain(window);
        if (before)
            before->setFocus(Qt::TabFocusReason);
        walk();
        if (before && before->isVisible())
            before->setFocus(Qt::OtherFocusReason);
    }
    bool reaches(const QWidget *w) const { return w && m_stops.contains(const_cast<QWidget *>(w)); }

private:
    struct Step {
        QString words{};
        QRect from{};
        QRect to{};
    };

    void walk()
    {
        QList<Step> back;
        QList<QRect> boxes;
        QPointer<QWidget> now = QApplication::focusWidget();
        for (int i = 0; now && !m_stops.contains(now) && i < kMostStops; ++i) {
            m_stops.append(now);
            if (!now->isVisible() || seenOf(*now).isEmpty())
                m_faults.append(QStringLiteral("hidden stop: ") + who(*now));
            if (isTrap(*now))
                m_faults.append(QStringLiteral("trap: ") + who(*now));
            boxes.append(boxOf(*now));
            const QPointer<QWidget> from = now;
            now = press(*now);
            if (!now || !from)
                continue;
            const Step step{QStringLiteral("order: %1 comes after %2").arg(who(*now), who(*from)),
                boxOf(*from), boxOf(*now)};
            if (isBackwards(step.from, step.to))
                back.append(step);
        }
        // once it goes round: to what nothing of its column stands above
        const auto round = std::find_if(back.begin(), back.end(), [&boxes](const Step &step) {
            return std::none_of(boxes.begin(), boxes.end(), [&step](const QRect &box) {
                return box.bottom() <= step.to.top() && box.left() < step.to.right();
            });
        });
        if (round != back.end())
            back.erase(round);
        for (const Step &step : std::as_const(back))
            m_faults.append(step.words);
    }

    static QWidget *press(QWidget &now)
    {
        QPointer<QWidget> at(&now);
        if (!isTrap(now))
            QTest::keyClick(&now, Qt::Key_Tab);
        if (auto *view = qobject_cast<QAbstractItemView *>(&now);
            at && view && QApplication::focusWidget() == at) {
            const QPersistentModelIndex before = view->currentIndex();
            QTest::keyClick(&now, Qt::Key_End, Qt::ControlModifier); // a table is gone through cell by cell
            for (int i = 0; i < 400 && at && QApplication::focusWidget() == at; ++i)
                QTest::keyClick(&now, Qt::Key_Tab);
            if (at && before.isValid())
                view->setCurrentIndex(before);
        }
        QApplication::processEvents();
        QWidget *next = QApplication::focusWidget();
        if (!at || next != at)
            return next;
        next = nextInChain(now);
        if (next)
            next->setFocus(Qt::TabFocusReason);
        return next;
    }

    QWidget &m_window;
    QStringList &m_faults;
    QList<QWidget *> m_stops;
};

// Reach

void addActions(const QMenu *menu, QList<const QAction *> &all)
{
    const auto actions = menu->actions();
    for (const QAction *one : actions) {
        all.append(one);
        if (one->menu())
            addActions(one->menu(), all);
    }
}

/// The list below a field, which the arrows in the field lead through.
bool followsArrows(QAbstractItemView &view)
{
    QWidget *field = view.window()->focusWidget();
    const QModelIndex before = view.currentIndex();
    if (!field || !view.model() || view.model()->rowCount() < 2)
        return field != nullptr && before.isValid();
    QTest::keyClick(field, Qt::Key_Down);
    const bool isFollowing = view.currentIndex() != before;
    QTest::keyClick(field, Qt::Key_Up);
    return isFollowing;
}

class Reach {
public:
    Reach(const QWidget &window, const TabWalk &stops) : m_stops(stops)
    {
        for (auto *view : window.findChildren<QAbstractItemView *>()) {
            if (view->isVisible() && view->focusPolicy() == Qt::NoFocus && followsArrows(*view))
                m_following.append(view);
        }
        for (const QMenuBar *bar : window.findChildren<QMenuBar *>()) {
            const auto actions = bar->actions();
            for (const QAction *one : actions) {
                if (one->menu())
                    addActions(one->menu(), m_inMenus);
            }
        }
    }

    bool isReached(const QWidget &w) const
    {
        if (w.focusProxy() && isReached(*w.focusProxy()))
            return true;
        for (const QWidget *at = &w; at && !at->isWindow(); at = at->parentWidget()) {
            if ((m_stops.reaches(at) || m_following.contains(at)) && (at == &w || isWhole(*at)))
                return true;
        }
        if (const auto *bar = qobject_cast<const QMenuBar *>(&w)) {
            const auto actions = bar->actions();
            return std::all_of(actions.begin(), actions.end(),
                [](const QAction *one) { return !QKeySequence::mnemonic(one->text()).isEmpty(); });
        }
        const auto *button = qobject_cast<const QAbstractButton *>(&w);
        return button && (!button->shortcut().isEmpty() || isOfAction(*button) || isInReachedGroup(*button));
    }

private:
    /// What is inside of it has no stops of its own.
    static bool isWhole(const QWidget &w)
    {
        return qobject_cast<const QAbstractItemView *>(&w) || qobject_cast<const QComboBox *>(&w)
            || qobject_cast<const QAbstractSpinBox *>(&w) || qobject_cast<const QLineEdit *>(&w)
            || qobject_cast<const QTabBar *>(&w) || qobject_cast<const QTextEdit *>(&w)
            || qobject_cast<const QPlainTextEdit *>(&w);
    }

    bool isOfAction(const QAbstractButton &button) const
    {
        const auto *tool = qobject_cast<const QToolButton *>(&button);
        const QAction *action = tool ? tool->defaultAction() : nullptr;
        return action && (!action->shortcut().isEmpty() || m_inMenus.contains(action));
    }

    /// Arrows go from one to the next.
    bool isInReachedGroup(const QAbstractButton &button) const
    {
        const auto around = button.group() ? button.group()->buttons()
            : button.autoExclusive() && button.parentWidget()
            ? button.parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly)
            : QList<QAbstractButton *>();
        return std::any_of(around.begin(), around.end(), [&](const QAbstractButton *one) {
            return (button.group() || one->autoExclusive()) && m_stops.reaches(one);
        });
    }

    const TabWalk &m_stops;
    QList<const QWidget *> m_following;
    QList<const QAction *> m_inMenus;
};

/// Of what could be used before the walk: which cell a table is left at makes others usable.
void lookAtReach(const QList<QAccessibleInterface *> &all, const QList<const QWidget *> &usable,
    const Reach &reach, QStringList &faults)
{
    QList<const QWidget *> told;
    for (QAccessibleInterface *one : all) {
        const QWidget *widget = widgetOf(one);
        if (!usable.contains(widget))
            continue;
        // words that a mouse chooses: Ctrl+C copies those of a box
        const bool isOfBox = widget && one->role() == QAccessible::StaticText
            && qobject_cast<const QMessageBox *>(widget->window());
        if (!widget || isOfBox || !isControl(*one) || widget->isWindow() || told.contains(widget)
            || reach.isReached(*widget))
            continue;
        told.append(widget);
        faults.append(QStringLiteral("unreachable: ") + who(*one));
    }
}

/// What a mouse alone does: links, things with a hand over them, words that are scrolled.
void lookAtMouse(
    const QWidget &window, const QList<const QWidget *> &usable, const Reach &reach, QStringList &faults)
{
    const auto leadsIn = [&reach](const QWidget &w) {
        if (reach.isReached(w))
            return true;
        const auto inside = w.findChildren<QWidget *>();
        return std::any_of(
            inside.begin(), inside.end(), [&](const QWidget *child) { return reach.isReached(*child); });
    };
    for (const QWidget *w : window.findChildren<QWidget *>()) {
        if (!w->isVisible() || !w->isEnabled() || w->window() != &window || !usable.contains(w))
            continue;
        const auto *label = qobject_cast<const QLabel *>(w);
        const bool isLinked = label && label->text().contains(QLatin1String("<a "))
            && !(label->textInteractionFlags() & Qt::LinksAccessibleByKeyboard);
        const QWidget *above = w->parentWidget();
        const bool isPressed = w->testAttribute(Qt::WA_SetCursor)
            && w->cursor().shape() == Qt::PointingHandCursor && !leadsIn(*w)
            && !(above && reach.isReached(*above)); // the viewport of what is reached
        const auto *area = qobject_cast<const QScrollArea *>(w);
        const bool isScrolled = area && area->verticalScrollBar()->maximum() > 0 && !leadsIn(*area);
        if (isLinked || isPressed || isScrolled)
            faults.append(QStringLiteral("unreachable: ") + who(*w));
    }
}

// Events

QStringList s_faults;
QStringList s_alerts;
QStringList s_focused;

void hear(QAccessibleEvent *event)
{
    const bool isFocus = event->type() == QAccessible::Focus;
    const bool isOfCalendar // Qt's, which tells of its day while it is made
        = event->object() && event->object()->objectName() == u"qt_calendar_calendarview";
    if (isOfCalendar || (!isFocus && event->type() != QAccessible::Alert))
        return;
    QAccessibleInterface *one = event->accessibleInterface();
    if (!one || !one->isValid())
        return;
    if (!isFocus)
        return s_alerts.append(nameOf(*one));
    const QWidget *widget = widgetOf(one);
    s_focused.append(nameOf(*one) + u'\n' + one->text(QAccessible::Value));
    if (widget && !widget->isVisible())
        s_faults.append(QStringLiteral("hidden focus: ") + who(*one));
    else if (nameOf(*one).isEmpty())
        s_faults.append(QStringLiteral("nameless focus: ") + who(*one));
    else if (widget && isCell(*one) && !widget->hasFocus()
        && !widget->isAncestorOf(QApplication::focusWidget()))
        s_faults.append(QStringLiteral("stray focus: ") + who(*one));
}

} // namespace

QStringList accessFaults(QWidget &window)
{
    QStringList faults;
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&window);
    if (!root)
        return {QStringLiteral("there is nothing to read in ") + who(window)};
    // arrows lead through a menu; and Tab would end what is typed into a cell
    const QWidget *focused = QApplication::focusWidget();
    const bool isCellEdited = focused && !qobject_cast<const QAbstractItemView *>(focused)
        && focused->parentWidget()
        && qobject_cast<const QAbstractItemView *>(focused->parentWidget()->parentWidget());
    if (isCellEdited || qobject_cast<QMenu *>(&window)) {
        lookAtNames(root, faults);
        return faults;
    }
    QList<const QWidget *> usable;
    for (QWidget *one : window.findChildren<QWidget *>()) {
        if (one->isEnabled())
            usable.append(one);
    }
    const TabWalk stops(window, faults);
    const auto all = lookAtNames(root, faults);
    const Reach reach(window, stops);
    lookAtReach(all, usable, reach, faults);
    lookAtMouse(window, usable, reach, faults);
    return faults;
}

AccessEvents::AccessEvents()
{
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
    QAccessible::installUpdateHandler(&hear);
}

AccessEvents::~AccessEvents()
{
    QAccessible::installUpdateHandler(nullptr);
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(false);
}

QStringList AccessEvents::faults() { return std::exchange(s_faults, {}); }
QStringList AccessEvents::alerts() { return std::exchange(s_alerts, {}); }
QStringList AccessEvents::focused() { return std::exchange(s_focused, {}); }

} // namespace nianbao::test
