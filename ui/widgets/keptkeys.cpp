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

bool isOfDialog(const WaitDialog &dialog, const QKeyEvent &event)
{
    const auto *button = dialog.findChild<QPushButton *>();
    switch (event.key()) {
    case Qt::Key_Escape: return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return button;
    case Qt::Key_Space: return button && button->hasFocus();
    default: return false;
    }
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

KeptKeys::Keeping::Keeping(QWidget *window)
{
    KeptKeys &keys = ofProgram();
    ++keys.m_waits;
    keys.m_window = window ? window->window() : nullptr;
    qApp->installEventFilter(&keys);
}

KeptKeys::Keeping::~Keeping()
{
    KeptKeys &keys = ofProgram();
    --keys.m_waits;
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
    return m_waits > 0 || (!m_isGiving && !m_kept.empty() && !dialogs::isOpen());
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

bool KeptKeys::keep(QObject *receiver, const QEvent &event)
{
    QWidget *window = windowOf(receiver);
    const auto *dialog = qobject_cast<WaitDialog *>(window);
    if (!window)
        return false;
    if (dialog && event.type() != QEvent::InputMethod
        && isOfDialog(*dialog, static_cast<const QKeyEvent &>(event)))
        return false;
    if (event.type() == QEvent::ShortcutOverride) {
        const_cast<QEvent &>(event).accept(); // then it comes as a key
        return true;
    }
    if (m_kept.size() < kMost)
        m_kept.push_back({dialog ? m_window.data() : window, std::unique_ptr<QEvent>(event.clone())});
    return true;
}

void KeptKeys::giveSoon() { QTimer::singleShot(dialogs::isOpen() ? kLookAgainMs : 0, this, &KeptKeys::give); }

/// One of them may begin another wait, or open a dialog: the others come after that.
void KeptKeys::give()
{
    while (!m_kept.empty()) {
        if (m_waits > 0)
            return; // its end gives them
        if (dialogs::isOpen())
            return giveSoon();
        const Kept next = std::move(m_kept.front());
        m_kept.pop_front();
        QWidget *focused = next.window ? next.window->focusWidget() : nullptr;
        const QScopedValueRollback giving(m_isGiving, true);
        if (next.window)
            QCoreApplication::sendEvent(focused ? focused : next.window.data(), next.event.get());
    }
    if (m_waits == 0)
        qApp->removeEventFilter(this);
}

} // namespace nianbao
