// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "cleantext.h"
#include "openeditor.h"
#include "typing.h"

#include <functional>
#include <utility>

class QInputMethodEvent;
class QKeyEvent;

namespace nianbao {

/// What is typed into an editor of words and is not in the report yet. A moment after a key it is handed
/// over, never what an input method still composes; keys of one kind are one run, and so one step of undo,
/// whose keys are the report's. What could not be taken stays in the editor and is handed over again at the
/// next occasion; Escape gives it up. The editors inherit it and lead their events through it.
class PendingEdit : public OpenEditor {
public:
    /// Shows a text that came from elsewhere (undo, another editor). What was refused is not taken away by
    /// it. Emits nothing.
    void showText(const QString &wanted);
    /// False when what was handed over has been refused.
    bool commitOpenEditor() override;
    /// The receiver of what is handed over could not take it.
    void refuse() { m_offer.refuse(); }
    void giveUp(); // what was refused or not handed over yet: the report's text is shown

protected:
    PendingEdit(QWidget *editor, Lines lines);

    virtual QString words() const = 0; // that would be handed over
    virtual void showWords(const QString &words) = 0; // in the place of those; is no typing
    virtual std::pair<int, int> selection() const = 0;
    virtual void tellWords(const QString &words) = 0; // hands them over
    virtual void tellRunEnded() = 0; // what was handed over is one step, what follows another
    virtual void tellGaveUp() = 0;

    void wordsTyped();
    /// Does not end a composition: its words belong to what follows.
    void endRun();
    void asOneStep(const std::function<void()> &work);
    /// take is what the editor itself does with the event. A block (a cut, a paste) is a step of its own.
    void pressKey(QKeyEvent *event, bool isBlock, const std::function<void()> &take);
    void compose(QInputMethodEvent *event, const std::function<void()> &take);
    /// True: a key of undo or redo, which the editor must not take.
    bool leavesToReport(QEvent *event);

private:
    void handOver();
    void replaceWith(const QString &wanted);
    TypingDelay m_delay;
    TypingRun m_run;
    Offer m_offer;
    Lines m_lines;
    QString m_handedOver;
    int m_typed = 0; // how often
    bool m_isTyped = false; // and not handed over yet
};

} // namespace nianbao
