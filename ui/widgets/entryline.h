// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "openeditor.h"
#include "typing.h"

#include <QLineEdit>

namespace nianbao {

/// The little cross at the end of a line that empties it, with a name for screen readers.
void offerClearing(QLineEdit &line);

/// Words that the program fills in, seen from their first character however long they are: Qt shows their
/// end.
void showFromStart(QLineEdit &line, const QString &words);

/// A line with an undo of its own while it is typed into; when there is nothing of its own to take back or to
/// do again, the keys are the report's.
class OwnUndoLine : public QLineEdit {
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;

protected:
    bool event(QEvent *event) override;
};

/// A line that is handed over as a whole: with Enter, when the focus leaves it, or when it is asked to. What
/// was refused stays in it and is handed over again; Escape gives it up, and leads out of a line in which
/// nothing was typed.
class EntryLine final : public OwnUndoLine, public OpenEditor {
    Q_OBJECT
public:
    explicit EntryLine(QWidget *parent = nullptr);

    void showText(const QString &text); // from elsewhere; emits nothing
    bool isPending() const { return text() != m_offer.taken() || m_composition.isOpen(); }
    /// False when what was handed over has been refused.
    bool commitOpenEditor() override;
    void refuse() { m_offer.refuse(); } // answers entered()
    void giveUp();

Q_SIGNALS:
    void entered(const QString &words); // without blanks at the ends; with Enter also when nothing was typed
    void gaveUp();

protected:
    bool event(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool enter();
    Composition m_composition;
    Offer m_offer;
};

} // namespace nianbao
