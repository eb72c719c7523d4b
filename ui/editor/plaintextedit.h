// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QLineEdit>
#include <QTextEdit>
#include <QTimer>

namespace nianbao {

/// Waits a moment after a key and then hands over what was typed; never text that an input method still
/// composes.
class TypingDelay final : public QObject {
    Q_OBJECT
public:
    explicit TypingDelay(QObject *parent);
    void keyTyped() { m_timer.start(); }
    void setComposing(bool composing);
    /// Ends a composition and hands over at once.
    void flush();

Q_SIGNALS:
    void elapsed();

private:
    QTimer m_timer;
    bool m_composing = false;
};

/// Plain Chinese paragraphs: two-character indent, comfortable lines. Pasting brings words only. Has no undo
/// of its own: the report's undo stack has it, and Ctrl+Z goes there.
class PlainTextEdit final : public QTextEdit {
    Q_OBJECT
public:
    explicit PlainTextEdit(QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }
    /// Shows a text that came from elsewhere (undo, another editor); only what differs is replaced, the
    /// cursor stays near it. Emits nothing.
    void showText(const QString &text);
    void commitPending() { m_delay.flush(); }
    void goToParagraph(int paragraph);

Q_SIGNALS:
    void textCommitted(const QString &text); // at most 50 ms after a key
    void focusLeft();

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    QMimeData *createMimeDataFromSelection() const override;
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void handOver();
    void formatParagraphs();
    TypingDelay m_delay;
    QString m_handedOver;
    bool m_isShowing = false;
};

/// The same for one line.
class PlainLineEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit PlainLineEdit(QWidget *parent = nullptr);
    void showText(const QString &text); // from elsewhere; emits nothing
    void commitPending() { m_delay.flush(); }

Q_SIGNALS:
    void textCommitted(const QString &text);
    void focusLeft();

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    TypingDelay m_delay;
    QString m_handedOver;
};

/// Words of a foreign document: line ends made one, hard and wide spaces made ordinary, what cannot be seen
/// dropped.
QString plainWords(const QString &pasted);

} // namespace nianbao
