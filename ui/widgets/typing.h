// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QObject>
#include <QTextOption>
#include <QTimer>

#include <utility>

class QEvent;
class QInputMethodEvent;
class QKeyEvent;
class QMenu;
class QPoint;
class QWidget;

namespace nianbao {

// What the editors of words have in common: when typing is handed over, and where one step of undo ends.

/// What an input method composes in an editor and has not yet given. Letters for which no words were chosen
/// yet are no words: who goes elsewhere meanwhile, by a click or to another window, takes along what was
/// chosen and leaves the letters behind. (Qt and the input methods would write them into the text.)
class Composition final : public QObject {
public:
    explicit Composition(QWidget *editor);
    /// Before the editor takes the event: takes out of it what must not be taken.
    void sift(QInputMethodEvent &event);
    void follow(const QInputMethodEvent &event);
    bool isOpen() const { return !m_words.isEmpty(); }
    /// The input method is asked to give it; from one that does not answer it is taken.
    void end();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *m_editor;
    QString m_words;
    QString m_ended; // some input methods give it once more, after the focus is gone
    bool m_isEnding = false;
};

/// Waits a moment after a key and then hands over what was typed; never text that an input method still
/// composes.
class TypingDelay final : public QObject {
    Q_OBJECT
public:
    explicit TypingDelay(QWidget *editor);
    void keyTyped();
    void sift(QInputMethodEvent &event) { m_composition.sift(event); }
    void compose(const QInputMethodEvent &event); // once before the editor has taken it, once after
    bool isComposing() const { return m_composition.isOpen(); }
    void stop() { m_timer.stop(); }
    /// Ends a composition and hands over at once.
    void flush();

Q_SIGNALS:
    void elapsed();

private:
    QTimer m_timer;
    Composition m_composition;
};

/// Says with which keys a typing run ends, and so a step of undo: between typing and taking away, and at a
/// new paragraph. (Moves of the cursor, pastes and leaving end it too; that the editors see themselves.)
class TypingRun {
public:
    bool endsBefore(const QKeyEvent &event);
    bool endsBeforeWords(); // given by an input method

private:
    enum class Kind { None, Typing, Removing };
    bool turnTo(Kind kind);
    Kind m_kind = Kind::None;
};

/// Words that are offered to the report, which may refuse them while they are: then it still has those
/// before, and the editor keeps what it holds.
class Offer {
public:
    const QString &taken() const { return m_taken; } // what the report has, and what giving up leads back to
    void setTaken(const QString &words) { m_taken = words; }
    void refuse() { m_isRefused = true; }
    bool isRefused() const { return m_isRefused; }
    void forget() { m_isRefused = false; }
    template <typename Tell> bool make(const QString &words, Tell tell)
    {
        m_isRefused = false;
        const QString before = std::exchange(m_taken, words);
        tell();
        if (m_isRefused)
            m_taken = before;
        return !m_isRefused;
    }

private:
    QString m_taken;
    bool m_isRefused = false;
};

namespace typing {
/// Undo and redo belong to the report: the editor must not take their keys for itself.
bool isUndoKey(QEvent *event);
/// The standard menu without the editor's own undo and redo.
void showMenu(QMenu *standard, const QPoint &where);
/// Nothing below it is heard any more. Before it is hidden and deleted, so that the focus that leaves it on
/// the way changes nothing: a destructor never edits.
void silence(QObject *root);
/// Where lines of the text may be broken. Qt looks for a line's end through the whole of a passage that
/// cannot be broken, line by line: a very long one takes minutes unless it may be broken anywhere.
QTextOption::WrapMode wrapModeFor(const QString &text);
} // namespace typing

} // namespace nianbao
