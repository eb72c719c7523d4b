// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "livetext.h"
#include "openeditor.h"
#include "spec.h"
#include "typing.h"

#include <QLineEdit>
#include <QTextEdit>

#include <functional>
#include <optional>

class QMenu;

namespace nianbao {

/// A passage of the stored text that is underlined, with what is said about it.
struct TextMark {
    qsizetype start = 0;
    qsizetype length = 0;
    std::optional<Level> level{}; // wavy or dotted by level; nullopt: a faint ground
    QString words{}; // tooltip
};

/// Plain Chinese paragraphs with live figures. Pasting brings words only. Has no undo of its own: the
/// report's undo stack has it, and Ctrl+Z goes there.
class PlainTextEdit final : public QTextEdit, public OpenEditor {
    Q_OBJECT
public:
    enum class Look {
        Paper,
        Form
    }; // Paper: body font, two-character indent, wide lines; Form: as other fields

    explicit PlainTextEdit(QWidget *parent = nullptr, Look look = Look::Paper);

    QString text() const { return m_live->stored(); } // live figures as {{…}}
    /// Shows a text that came from elsewhere (undo, another editor); only what differs is replaced, the
    /// cursor stays near it. What was refused is not taken away by it. Emits nothing.
    void showText(const QString &text);
    /// False when what was handed over has been refused.
    bool commitOpenEditor() override;
    /// The receiver of textCommitted could not take the text: it stays here and is handed over again at the
    /// next occasion. Escape gives it up.
    void refuse() { m_isRefused = true; }
    void giveUp(); // what was refused or not handed over yet: the report's text is shown
    /// Live figures show these values; they are asked again with each call.
    void setLiveValues(LiveText::Value values) { m_live->setValues(std::move(values)); }
    void insertStored(const QString &stored); // at the cursor, live figures included
    void showMarks(const QList<TextMark> &marks);
    void goToPassage(qsizetype start, qsizetype length); // selects it
    qsizetype storedPosition(const QPoint &place) const; // of the viewport
    QString liveExpressionAt(qsizetype storedPosition) const;
    void goToParagraph(int paragraph); // from 0; negative: the cursor stays where it is
    int paragraph() const { return textCursor().blockNumber(); }
    /// Data that is not words: wanted(data) says whether it is taken, take(data) takes it.
    void setOtherPaste(
        std::function<bool(const QMimeData *)> wanted, std::function<void(const QMimeData *)> take);

Q_SIGNALS:
    void textCommitted(const QString &text); // at most 25 ms after a key
    void runEnded(); // what was handed over is one step, what follows another
    void focusLeft();
    void gaveUp(); // what had been refused
    void notice(const QString &sentence); // a paste was refused
    void equalsTyped(); // instead of the sign itself
    void menuRequested(QMenu *menu, qsizetype storedPosition); // to be extended before it is shown

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void dropEvent(QDropEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    QMimeData *createMimeDataFromSelection() const override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void handOver();
    void endRun();
    void takeKey(QKeyEvent *event);
    void replaceWith(const QString &wanted);
    void pasteWords(const QMimeData *source);
    void dress();
    void formatParagraphs(bool anew = false);
    void showToolTip(const QHelpEvent *event);
    std::function<bool(const QMimeData *)> m_otherWanted;
    std::function<void(const QMimeData *)> m_takeOther;
    LiveText *m_live;
    QList<TextMark> m_marks;
    TypingDelay m_delay;
    TypingRun m_run;
    QString m_shown; // of the report
    QString m_handedOver;
    Look m_look;
    bool m_isShowing = false;
    bool m_isTyped = false; // and not handed over yet
    bool m_isRefused = false;
    bool m_isDropping = false;
};

/// The same for one line; blanks at its ends do not count. Enter goes to the next field.
class PlainLineEdit final : public QLineEdit, public OpenEditor {
    Q_OBJECT
public:
    explicit PlainLineEdit(QWidget *parent = nullptr);
    void showText(const QString &text); // from elsewhere; emits nothing
    bool commitOpenEditor() override;
    void refuse() { m_isRefused = true; }
    void giveUp();

Q_SIGNALS:
    void textCommitted(const QString &text);
    void runEnded();
    void focusLeft();
    void gaveUp();

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
    void handOver();
    void replaceWith(const QString &wanted);
    void endRun();
    void dropUnseen();
    TypingDelay m_delay;
    TypingRun m_run;
    QString m_shown;
    QString m_handedOver;
    bool m_isTyped = false;
    bool m_isRefused = false;
};

/// Words of a foreign document: clean, see cleantext.h, and without the indents of their source.
QString plainWords(const QString &pasted);

} // namespace nianbao
