// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pendingedit.h"

#include <QLineEdit>

namespace nianbao {

/// One line of plain words, handed over while it is typed; blanks at its ends do not count. Enter goes to the
/// next field.
class PlainLineEdit final : public QLineEdit, public PendingEdit {
    Q_OBJECT
public:
    explicit PlainLineEdit(QWidget *parent = nullptr);
    void leadTo(QWidget *next) { m_next = next; } // with Enter, instead of to the next in sight

Q_SIGNALS:
    void textCommitted(const QString &text); // at most 25 ms after a key
    void runEnded(); // what was handed over is one step, what follows another
    void focusLeft();
    void gaveUp(); // what had been refused

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool event(QEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString words() const override { return text().trimmed(); }
    void showWords(const QString &words) override;
    std::pair<int, int> selection() const override;
    void tellWords(const QString &words) override { Q_EMIT textCommitted(words); }
    void tellRunEnded() override { Q_EMIT runEnded(); }
    void tellGaveUp() override { Q_EMIT gaveUp(); }
    void dropUnseen();
    QWidget *m_next = nullptr;
};

} // namespace nianbao
