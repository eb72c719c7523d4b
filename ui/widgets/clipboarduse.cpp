// SPDX-License-Identifier: MulanPSL-2.0
#include "clipboarduse.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTextEdit>

namespace nianbao {

namespace {

using clipboarduse::Deed;

QKeySequence::StandardKey keyOf(Deed deed)
{
    switch (deed) {
    case Deed::Cut: return QKeySequence::Cut;
    case Deed::Copy: return QKeySequence::Copy;
    case Deed::Paste: return QKeySequence::Paste;
    case Deed::SelectAll: break;
    }
    return QKeySequence::SelectAll;
}

/// Of a widget, or of what it stands in, that has made the deed its own.
QAction *ownAction(const QWidget *where, Deed deed)
{
    for (const QWidget *at = where; at && !at->isWindow(); at = at->parentWidget()) {
        const auto actions = at->actions();
        for (QAction *action : actions) {
            const bool isHeard = at == where || action->shortcutContext() == Qt::WidgetWithChildrenShortcut;
            if (isHeard && action->isEnabled() && action->shortcuts().contains(QKeySequence(keyOf(deed))))
                return action;
        }
    }
    return nullptr;
}

bool mayInLine(const QLineEdit &line, Deed deed)
{
    const bool isSelected = line.hasSelectedText() && line.echoMode() == QLineEdit::Normal;
    switch (deed) {
    case Deed::Cut: return isSelected && !line.isReadOnly();
    case Deed::Copy: return isSelected;
    case Deed::Paste: return !line.isReadOnly() && !QApplication::clipboard()->text().isEmpty();
    case Deed::SelectAll: break;
    }
    return !line.text().isEmpty();
}

bool mayInText(const QTextEdit &text, Deed deed)
{
    const bool isSelected = text.textCursor().hasSelection();
    switch (deed) {
    case Deed::Cut: return isSelected && !text.isReadOnly();
    case Deed::Copy: return isSelected;
    case Deed::Paste: return text.canPaste();
    case Deed::SelectAll: break;
    }
    return !text.document()->isEmpty();
}

bool mayInList(const QAbstractItemView &list, Deed deed)
{
    const QModelIndex current = list.currentIndex();
    const bool isTyped = current.isValid() && current.flags() & Qt::ItemIsEditable;
    switch (deed) {
    case Deed::Cut: return isTyped && list.metaObject()->indexOfMethod("cut()") >= 0;
    case Deed::Copy: return current.isValid();
    case Deed::Paste:
        return isTyped && list.metaObject()->indexOfMethod("paste()") >= 0
            && QApplication::clipboard()->mimeData()
            && (QApplication::clipboard()->mimeData()->hasText()
                || QApplication::clipboard()->mimeData()->hasHtml());
    case Deed::SelectAll: break;
    }
    return current.isValid() && list.selectionMode() != QAbstractItemView::SingleSelection
        && list.selectionMode() != QAbstractItemView::NoSelection;
}

} // namespace

bool clipboarduse::may(const QWidget *where, Deed deed)
{
    if (!where || !where->isEnabled())
        return false;
    if (const auto *line = qobject_cast<const QLineEdit *>(where))
        return mayInLine(*line, deed);
    if (const auto *text = qobject_cast<const QTextEdit *>(where))
        return mayInText(*text, deed);
    if (ownAction(where, deed))
        return true;
    const auto *list = qobject_cast<const QAbstractItemView *>(where);
    return list && mayInList(*list, deed);
}

void clipboarduse::perform(QWidget *where, Deed deed)
{
    if (!may(where, deed))
        return;
    const bool isField = qobject_cast<QLineEdit *>(where) || qobject_cast<QTextEdit *>(where);
    if (QAction *own = isField ? nullptr : ownAction(where, deed))
        return own->trigger();
    const QKeyCombination key = QKeySequence(keyOf(deed))[0];
    QKeyEvent press(QEvent::KeyPress, key.key(), key.keyboardModifiers());
    QCoreApplication::sendEvent(where, &press);
}

} // namespace nianbao
