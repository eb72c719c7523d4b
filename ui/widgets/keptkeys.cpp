// SPDX-License-Identifier: MulanPSL-2.0
#include "keptkeys.h"

#include "dialogs.h"
#include "waitdialog.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTimer>
#include <QWindow>

#include <utility>

namespace nianbao {

namespace {

constexpr size_t kMost = 2000; // presses and releases: nobody types more while it is waited
constexpr int kLookAgainMs = 50; // whether the dialog is still open

QWidget *windowOf(QObject *receiver)
{
    if (auto *widget = qobject_cast<QWidget *>(receiver))
        return widget->window();
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->windowHandle() && window->windowHandle() == receiver)
            return window;
    }
    return nullptr;
}

bool isClick(QEvent::Type type)
{
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TabletPress:
    case QEvent::TabletRelease:
    case QEvent::DragEnter:
    case QEvent::Drop: return true;
    default: return false;
    }
}

} // namespace

KeptKeys &KeptKeys::ofProgram()
{
    static auto *keys = new KeptKeys(qApp);
    return *keys;
}

/// What has the focus of a window is asked of the window: while a dialog is open the program has no other.
KeptKeys::Target KeptKeys::targetIn(QWidget *window)
{
    if (!window)
        return {};
    return {window->window(), window->window()->focusWidget(), dialogs::countOpen()};
}

KeptKeys::Keeping::Keeping(QWidget *window, bool leadsToDialog)
{
    KeptKeys &keys = ofProgram();
    keys.m_waits.push_back({leadsToDialog ? Target() : targetIn(window)});
    qApp->installEventFilter(&keys);
}

KeptKeys::Keeping::~Keeping()
{
    KeptKeys &keys = ofProgram();
    keys.m_waits.pop_back();
    keys.giveSoon();
}

void KeptKeys::Keeping::takeQueued()
{
    const QScopedValueRollback draining(ofProgram().m_isDraining, true);
    QCoreApplication::processEvents();
}

/// What is typed before the kept keys are given comes after them.
bool KeptKeys::isTaking() const
{
    return !m_waits.empty()
        || (!m_isGiving && !m_kept.empty() && dialogs::countOpen() <= m_kept.front().target.dialogs);
}

bool KeptKeys::eventFilter(QObject *object, QEvent *event)
{
    if (m_isDraining && event->spontaneous() && isClick(event->type()))
        return true;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::KeyRelease: return isTaking() && keep(object, *event);
    case QEvent::InputMethod: // what is still being composed is not typed yet
        return isTaking() && !static_cast<QInputMethodEvent *>(event)->commitString().isEmpty()
            && keep(object, *event);
    default: return false;
    }
}

/// A key comes to the system's window first, and from there to the widget.
bool KeptKeys::isForDialog(const QWidget &window, const QKeyEvent &event, bool isAtWidget)
{
    if (event.key() == Qt::Key_Escape)
        return true;
    const auto *button = window.findChild<QPushButton *>();
    const bool isTyping = !m_kept.empty() && m_kept.back().target == m_waits.back().target;
    if (!button || isTyping)
        return false;
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (isAtWidget && event.type() != QEvent::ShortcutOverride)
            m_waits.back().tabs.push_back(Event(event.clone()));
        return true;
    case Qt::Key_Space: return button->hasFocus();
    default: return false;
    }
}

bool KeptKeys::keep(QObject *receiver, QEvent &event)
{
    QWidget *window = windowOf(receiver);
    if (!window)
        return false;
    const bool isInDialog = !m_waits.empty() && qobject_cast<WaitDialog *>(window);
    if (isInDialog && event.type() != QEvent::InputMethod
        && isForDialog(*window, static_cast<const QKeyEvent &>(event), receiver->isWidgetType()))
        return false;
    if (event.type() == QEvent::ShortcutOverride) {
        event.accept(); // then it comes as a key
        return true;
    }
    if (m_waits.empty()) {
        append(targetIn(window), Event(event.clone()));
        return true;
    }
    Wait &wait = m_waits.back();
    for (Event &tab : std::exchange(wait.tabs, {}))
        append(wait.target, std::move(tab));
    append(wait.target, Event(event.clone()));
    return true;
}

void KeptKeys::append(const Target &target, Event event)
{
    if (!target.window || m_count >= kMost)
        return;
    const bool goesOn = !m_kept.empty() && m_kept.back().target.window == target.window
        && (m_kept.back().target == target || (m_kept.back().isBegun && m_waits.empty()));
    if (!goesOn)
        m_kept.push_back({target});
    m_kept.back().events.push_back(std::move(event));
    ++m_count;
}

void KeptKeys::giveSoon()
{
    const bool isBelow = !m_kept.empty() && dialogs::countOpen() > m_kept.front().target.dialogs;
    QTimer::singleShot(isBelow ? kLookAgainMs : 0, this, &KeptKeys::give);
}

/// One of them may begin another wait, or open a dialog: the others come after that.
void KeptKeys::give()
{
    while (!m_kept.empty()) {
        Kept &next = m_kept.front();
        if (!m_waits.empty())
            return; // its end gives them
        if (dialogs::countOpen() > next.target.dialogs)
            return giveSoon();
        QWidget *focused = next.target.window ? next.target.window->focusWidget() : nullptr;
        const bool isStillThere = next.target.window && (next.isBegun || focused == next.target.focus);
        if (next.events.empty() || !isStillThere) {
            m_count -= next.events.size();
            m_kept.pop_front();
            continue;
        }
        const Event event = std::move(next.events.front());
        next.events.pop_front();
        --m_count;
        next.isBegun = true;
        const QScopedValueRollback giving(m_isGiving, true);
        QCoreApplication::sendEvent(focused ? focused : next.target.window.data(), event.get());
    }
    if (m_waits.empty())
        qApp->removeEventFilter(this);
}

} // namespace nianbao
