// SPDX-License-Identifier: MulanPSL-2.0
#include "pendingedit.h"

#include <QInputMethodEvent>
#include <QKeyEvent>

namespace nianbao {

PendingEdit::PendingEdit(QWidget *editor, Lines lines) : m_delay(editor), m_lines(lines)
{
    QObject::connect(&m_delay, &TypingDelay::elapsed, &m_delay, [this] { handOver(); });
}

void PendingEdit::wordsTyped()
{
    ++m_typed;
    m_isTyped = true;
    m_delay.keyTyped();
}

void PendingEdit::handOver()
{
    m_isTyped = false;
    const QString typed = words();
    if (typed == m_handedOver && !m_offer.isRefused())
        return;
    m_handedOver = cleanText(typed, m_lines);
    if (m_handedOver != typed)
        showWords(m_handedOver); // what is kept is what is seen
    m_offer.make(m_handedOver, [this, now = m_handedOver] { tellWords(now); });
}

bool PendingEdit::commitOpenEditor()
{
    m_delay.flush();
    return !m_offer.isRefused();
}

void PendingEdit::endRun()
{
    m_delay.stop();
    if (m_isTyped)
        handOver();
    tellRunEnded();
}

void PendingEdit::asOneStep(const std::function<void()> &work)
{
    endRun();
    work();
    endRun();
}

void PendingEdit::showText(const QString &wanted)
{
    if (m_offer.isRefused())
        m_offer.setTaken(wanted); // to go back to; what was typed waits in the editor
    else if (wanted != m_offer.taken()) // else: what is typed and not handed over yet stays
        replaceWith(wanted);
}

void PendingEdit::giveUp()
{
    replaceWith(m_offer.taken());
    tellGaveUp();
}

void PendingEdit::replaceWith(const QString &wanted)
{
    m_offer.setTaken(wanted);
    m_offer.forget();
    m_isTyped = false;
    showWords(wanted);
    m_handedOver = words(); // hard spaces and odd line ends are shown as plain ones: that is no edit
}

void PendingEdit::pressKey(QKeyEvent *event, bool isBlock, const std::function<void()> &take)
{
    if (event->key() == Qt::Key_Escape && m_offer.isRefused())
        return giveUp();
    if (isBlock || m_run.endsBefore(*event))
        endRun();
    const int typed = m_typed;
    const auto before = selection();
    take();
    const bool isMove = typed == m_typed && selection() != before;
    if (isBlock || isMove)
        endRun();
}

void PendingEdit::compose(QInputMethodEvent *event, const std::function<void()> &take)
{
    m_delay.sift(*event);
    if (!event->commitString().isEmpty() && m_run.endsBeforeWords())
        endRun();
    if (!event->preeditString().isEmpty())
        m_delay.compose(*event);
    take();
    m_delay.compose(*event);
}

bool PendingEdit::leavesToReport(QEvent *event)
{
    if (!typing::isUndoKey(event))
        return false;
    commitOpenEditor(); // what was typed a moment ago is what is taken back
    event->ignore();
    return true;
}

} // namespace nianbao
