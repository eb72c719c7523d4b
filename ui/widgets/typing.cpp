// SPDX-License-Identifier: MulanPSL-2.0
#include "typing.h"

#include <QAction>
#include <QApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QTextBoundaryFinder>
#include <QWidget>
#include <QWindow>

#include <memory>
#include <utility>

namespace nianbao {

namespace {

constexpr int kDelayMs = 25; // with writing and checking, findings follow a key within 50 ms

bool takesAway(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete
        || event.matches(QKeySequence::DeleteEndOfWord) || event.matches(QKeySequence::DeleteStartOfWord)
        || event.matches(QKeySequence::DeleteEndOfLine) || event.matches(QKeySequence::DeleteCompleteLine);
}

/// The words in front of the letters that were to become some.
QString chosenOf(const QString &composed)
{
    const auto isOfLetters = [](QChar character) {
        return character.script() == QChar::Script_Latin || character.script() == QChar::Script_Bopomofo
            || character == u' ' || character == u'\'';
    };
    auto end = composed.size();
    while (end > 0 && isOfLetters(composed[end - 1]))
        --end;
    return composed.left(end);
}

} // namespace

Composition::Composition(QWidget *editor) : m_editor(editor) { editor->installEventFilter(this); }

void Composition::sift(QInputMethodEvent &event)
{
    if (!event.preeditString().isEmpty())
        m_ended.clear();
    const bool isGivenAgain = !isOpen() && !m_ended.isEmpty() && event.commitString() == m_ended;
    if (isGivenAgain)
        m_ended.clear();
    if (m_isEnding || isGivenAgain)
        event.setCommitString(isGivenAgain ? QString() : chosenOf(event.commitString()),
            event.replacementStart(), event.replacementLength());
}

void Composition::follow(const QInputMethodEvent &event)
{
    m_words = event.preeditString();
    if (isOpen())
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

void Composition::end()
{
    if (!isOpen())
        return;
    const QScopedValueRollback ending(m_isEnding, true);
    m_ended = m_words;
    QGuiApplication::inputMethod()->commit();
    if (isOpen() && QGuiApplication::focusObject() == m_editor)
        QGuiApplication::inputMethod()->reset(); // or it would go on with it elsewhere
    if (!isOpen())
        return;
    QInputMethodEvent given;
    given.setCommitString(m_words);
    QCoreApplication::sendEvent(m_editor, &given);
}

/// A click is seen on its way to the window: when it reaches a widget, the focus has gone there already. Who
/// types again, or comes back, means what is given from then on.
bool Composition::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_editor && (event->type() == QEvent::KeyPress || event->type() == QEvent::FocusIn))
        m_ended.clear();
    if (event->type() == QEvent::MouseButtonPress && object == m_editor->window()->windowHandle()) {
        const QPointF where = static_cast<QMouseEvent *>(event)->globalPosition();
        if (!m_editor->rect().contains(m_editor->mapFromGlobal(where).toPoint()))
            end();
    }
    return false;
}

TypingDelay::TypingDelay(QWidget *editor) : QObject(editor), m_composition(editor)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!isComposing())
            Q_EMIT elapsed();
    });
}

void TypingDelay::keyTyped()
{
    if (!m_timer.isActive()) // a key held down must not put it off for ever
        m_timer.start();
}

void TypingDelay::compose(const QInputMethodEvent &event)
{
    const bool wasComposing = isComposing();
    m_composition.follow(event);
    if (wasComposing && !isComposing())
        keyTyped();
}

void TypingDelay::flush()
{
    m_composition.end();
    m_timer.stop();
    Q_EMIT elapsed();
}

bool TypingRun::endsBefore(const QKeyEvent &event)
{
    if (takesAway(event))
        return turnTo(Kind::Removing);
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        m_kind = Kind::Typing; // the paragraph's end goes with what is typed behind it
        return true;
    }
    const QString text = event.text();
    return !text.isEmpty() && text.front().isPrint() && endsBeforeWords();
}

bool TypingRun::endsBeforeWords() { return turnTo(Kind::Typing); }

bool TypingRun::turnTo(Kind kind)
{
    const Kind before = std::exchange(m_kind, kind);
    return before != Kind::None && before != kind;
}

bool typing::isUndoKey(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
        || (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Y);
}

void typing::showMenu(QMenu *standard, const QPoint &where)
{
    const std::unique_ptr<QMenu> menu(standard);
    for (QAction *action : menu->actions()) {
        if (action->objectName() == u"edit-undo" || action->objectName() == u"edit-redo")
            menu->removeAction(action);
    }
    while (!menu->isEmpty() && menu->actions().first()->isSeparator())
        menu->removeAction(menu->actions().first());
    menu->exec(where);
}

QTextOption::WrapMode typing::wrapModeFor(const QString &text)
{
    constexpr qsizetype kLongest = 5000;
    constexpr auto kUsual = QTextOption::WrapAtWordBoundaryOrAnywhere;
    if (text.size() < kLongest)
        return kUsual;
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    for (qsizetype from = 0, to = breaks.toNextBoundary(); to >= 0; from = to, to = breaks.toNextBoundary()) {
        if (to - from >= kLongest)
            return QTextOption::WrapAnywhere;
    }
    return kUsual;
}

void typing::silence(QObject *root)
{
    for (QObject *part : root->findChildren<QObject *>())
        part->blockSignals(true);
}

} // namespace nianbao
