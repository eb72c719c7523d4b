// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "livetext.h"
#include "pendingedit.h"
#include "spec.h"

#include <QTextEdit>

#include <functional>
#include <optional>
#include <utility>

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
class PlainTextEdit final : public QTextEdit, public PendingEdit {
    Q_OBJECT
public:
    enum class Look {
        Paper,
        Form
    }; // Paper: body font, two-character indent, wide lines; Form: as other fields

    explicit PlainTextEdit(QWidget *parent = nullptr, Look look = Look::Paper);

    QString text() const { return m_live->stored(); } // live figures as {{…}}
    /// With their values, of the document's positions [from, to).
    QString shownText(int from, int to) const { return m_live->shown(from, to); }
    /// Live figures show these values; they are asked again with each call.
    void setLiveValues(LiveText::Value values) { m_live->setValues(std::move(values)); }
    void insertStored(const QString &stored); // at the cursor, live figures included
    void showMarks(const QList<TextMark> &marks);
    /// Passages of the stored text that a search found, on a ground of their own.
    void showFound(const QList<std::pair<qsizetype, qsizetype>> &passages); // start and length
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
    void showEvent(QShowEvent *event) override;

private:
    QString words() const override { return text(); }
    void showWords(const QString &words) override; // only what differs is replaced, the cursor stays near it
    std::pair<int, int> selection() const override;
    void tellWords(const QString &words) override { Q_EMIT textCommitted(words); }
    void tellRunEnded() override { Q_EMIT runEnded(); }
    void tellGaveUp() override { Q_EMIT gaveUp(); }
    void takeKey(QKeyEvent *event);
    struct Copied;
    bool pasteWords(const QMimeData *source); // false: none were taken
    bool takeWords(const QString &words, bool isOurs); // at the cursor
    QString whyTooMuch(const QString &words) const; // to be pasted; empty: it is not
    void dressPassages();
    void dress();
    void formatParagraphs(bool anew = false);
    void showToolTip(const QHelpEvent *event);
    std::function<bool(const QMimeData *)> m_otherWanted;
    std::function<void(const QMimeData *)> m_takeOther;
    LiveText *m_live;
    QList<TextMark> m_marks;
    QList<std::pair<qsizetype, qsizetype>> m_found;
    Look m_look;
    bool m_isShowing = false;
    enum class Drop { None, Moves, Brings, Refused };
    Drop m_drop = Drop::None; // what goes on; Moves: own words within the text
    bool m_isPlaced = false; // the cursor was, by a person or by what led here
    bool m_wasShown = false;
};

/// Words of a foreign document: clean, see cleantext.h, and without the indents of their source.
QString plainWords(const QString &pasted);

} // namespace nianbao
