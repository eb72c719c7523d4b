// SPDX-License-Identifier: MulanPSL-2.0
#include "undoactions.h"

#include "icons.h"
#include "literal.h"
#include "reportview.h"
#include "session.h"
#include "showntext.h"

#include <QAction>
#include <QUndoStack>

namespace nianbao {

UndoActions::UndoActions(QObject *window)
    : QObject(window), m_undo(new QAction(window)), m_redo(new QAction(window))
{
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_undo->setShortcuts(QKeySequence::Undo);
    m_redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    // the bar's words stay short
    m_undo->setIconText(tr("Undo"));
    m_redo->setIconText(tr("Redo"));
    m_undo->setToolTip(tr("Undo"));
    m_redo->setToolTip(tr("Redo"));
    icons::set(m_undo, QStringLiteral("undo"));
    icons::set(m_redo, QStringLiteral("redo"));
    connect(m_undo, &QAction::triggered, this, [this] { step(true); });
    connect(m_redo, &QAction::triggered, this, [this] { step(false); });
    showNext();
}

void UndoActions::setReport(Session *session, ReportView *view)
{
    if (m_session) {
        m_session->undoStack().disconnect(this);
        m_session->disconnect(this);
    }
    m_session = session;
    m_view = view;
    if (m_session) {
        const QUndoStack &stack = m_session->undoStack();
        connect(&stack, &QUndoStack::indexChanged, this, &UndoActions::showNext);
        connect(m_session, &Session::permissionsChanged, this, &UndoActions::showNext);
    }
    showNext();
}

void UndoActions::showNext()
{
    const Change *back = m_session ? m_session->undoChange() : nullptr;
    const Change *forth = m_session ? m_session->redoChange() : nullptr;
    const bool mayStep = m_session && m_session->permissions().may(Permissions::Action::Undo);
    m_undo->setEnabled(mayStep && back);
    m_redo->setEnabled(mayStep && forth);
    constexpr qsizetype kMost = 30;
    const auto words = [](const Change *change) {
        return change ? firstCharacters(change->description, kMost) : QString();
    };
    const QString before = words(back);
    const QString after = words(forth);
    m_undo->setText(before.isEmpty() ? tr("&Undo") : literal::menuLine(tr("&Undo: %1"), before));
    m_redo->setText(after.isEmpty() ? tr("Re&do") : literal::menuLine(tr("Re&do: %1"), after));
    m_undo->setToolTip(literal::toolTip(before.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(before)));
    m_redo->setToolTip(literal::toolTip(after.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(after)));
}

void UndoActions::step(bool back)
{
    if (!m_view || !m_view->commitOpenEditor())
        return;
    const Change *next = back ? m_session->undoChange() : m_session->redoChange();
    if (!next)
        return;
    const QString description = next->description;
    const ChangedPlace place = m_view->showBefore(*next);
    const auto done = back ? m_session->undo() : m_session->redo();
    if (!done || !m_view) // why not has been told; and whoever was told may have closed the report
        return;
    m_view->showAfter(place);
    if (!description.isEmpty())
        Q_EMIT notice(back ? tr("Undone: %1").arg(description) : tr("Done again: %1").arg(description));
}

} // namespace nianbao
