// SPDX-License-Identifier: MulanPSL-2.0
#include "entryline.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QToolButton>

namespace nianbao {

void offerClearing(QLineEdit &line)
{
    line.setClearButtonEnabled(true);
    for (auto *cross : line.findChildren<QToolButton *>())
        cross->setAccessibleName(EntryLine::tr("Empty this line"));
}

void showFromStart(QLineEdit &line, const QString &words)
{
    line.setText(words);
    line.setCursorPosition(0);
}

bool OwnUndoLine::event(QEvent *event)
{
    if (!typing::isUndoKey(event))
        return QLineEdit::event(event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (isReadOnly() || !(isUndo ? isUndoAvailable() : isRedoAvailable())) {
        event->ignore();
        return false;
    }
    if (event->type() == QEvent::KeyPress)
        isUndo ? undo() : redo();
    event->accept();
    return true;
}

EntryLine::EntryLine(QWidget *parent) : OwnUndoLine(parent), m_composition(this) { }

void EntryLine::showText(const QString &text)
{
    m_offer.forget();
    m_offer.setTaken(text);
    if (text != QLineEdit::text())
        setText(text);
    m_offer.setTaken(QLineEdit::text()); // line ends are shown as blanks: that is no edit
}

bool EntryLine::commitOpenEditor()
{
    m_composition.end();
    return !isPending() || enter();
}

bool EntryLine::enter()
{
    return m_offer.make(text(), [this] { Q_EMIT entered(text().trimmed()); });
}

void EntryLine::giveUp()
{
    showText(m_offer.taken());
    Q_EMIT gaveUp();
}

bool EntryLine::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return OwnUndoLine::event(event);
}

void EntryLine::inputMethodEvent(QInputMethodEvent *event)
{
    m_composition.sift(*event);
    OwnUndoLine::inputMethodEvent(event);
    m_composition.follow(*event);
}

void EntryLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        const bool wasPending = isPending();
        giveUp();
        if (!wasPending && hasFocus()) // there was nothing to give up, and nobody has led on
            event->ignore();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !isReadOnly()) {
        enter();
        Q_EMIT returnPressed();
    } else {
        OwnUndoLine::keyPressEvent(event);
    }
}

void EntryLine::focusOutEvent(QFocusEvent *event)
{
    OwnUndoLine::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // a menu gives the focus back
        commitOpenEditor();
}

} // namespace nianbao
