// SPDX-License-Identifier: MulanPSL-2.0
#include "plainlineedit.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

namespace nianbao {

PlainLineEdit::PlainLineEdit(QWidget *parent) : QLineEdit(parent), PendingEdit(this, Lines::One)
{
    connect(this, &QLineEdit::textEdited, this, [this] {
        dropUnseen();
        wordsTyped();
    });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        commitOpenEditor();
        if (m_next)
            m_next->setFocus();
        else
            focusNextChild();
    });
}

/// Of pasted words, before they are handed over.
void PlainLineEdit::dropUnseen()
{
    const QString seen = cleanText(text(), Lines::One);
    if (seen == text())
        return;
    const auto cursor = cleanText(text().left(cursorPosition()), Lines::One).size();
    setText(seen);
    setCursorPosition(int(cursor));
}

void PlainLineEdit::showWords(const QString &words)
{
    if (text() == words || (hasFocus() && text().trimmed() == words))
        return; // a blank just typed at the end is not taken from under the hands
    const int cursor = cursorPosition();
    setText(words);
    setCursorPosition(std::min(cursor, int(words.size())));
}

std::pair<int, int> PlainLineEdit::selection() const
{
    return {cursorPosition(), int(selectedText().size())};
}

void PlainLineEdit::inputMethodEvent(QInputMethodEvent *event)
{
    compose(event, [&] { QLineEdit::inputMethodEvent(event); });
}

bool PlainLineEdit::event(QEvent *event) { return !leavesToReport(event) && QLineEdit::event(event); }

void PlainLineEdit::dropEvent(QDropEvent *event)
{
    asOneStep([&] { QLineEdit::dropEvent(event); });
}

void PlainLineEdit::mousePressEvent(QMouseEvent *event)
{
    endRun();
    QLineEdit::mousePressEvent(event);
}

/// The middle button pastes.
void PlainLineEdit::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton)
        asOneStep([&] { QLineEdit::mouseReleaseEvent(event); });
    else
        QLineEdit::mouseReleaseEvent(event);
}

void PlainLineEdit::contextMenuEvent(QContextMenuEvent *event)
{
    asOneStep([&] { typing::showMenu(createStandardContextMenu(), event->globalPos()); });
}

void PlainLineEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isBlock = event->matches(QKeySequence::Cut) || event->matches(QKeySequence::Paste);
    pressKey(event, isBlock, [&] { QLineEdit::keyPressEvent(event); });
}

void PlainLineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    commitOpenEditor();
    Q_EMIT focusLeft();
}

} // namespace nianbao
