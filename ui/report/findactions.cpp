// SPDX-License-Identifier: MulanPSL-2.0
#include "findactions.h"

#include "findpanel.h"
#include "reportview.h"
#include "sideactions.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTextCursor>
#include <QTextEdit>

#include <utility>

namespace nianbao {

FindActions::FindActions(SideActions &sides, QObject *window)
    : QObject(window)
    , m_sides(sides)
    , m_find(make(QStringLiteral("find"), QKeySequence(Qt::CTRL | Qt::Key_F)))
    , m_next(make(QStringLiteral("findNext"), QKeySequence(Qt::Key_F3)))
    , m_previous(make(QStringLiteral("findPrevious"), QKeySequence(Qt::SHIFT | Qt::Key_F3)))
    , m_replace(make(QStringLiteral("replace"), QKeySequence(Qt::CTRL | Qt::Key_H)))
{
    m_find->setText(tr("&Find…"));
    m_next->setText(tr("Find &next"));
    m_previous->setText(tr("Find &previous"));
    m_replace->setText(tr("&Replace…"));
    connect(m_find, &QAction::triggered, this, [this] { open(false); });
    connect(m_replace, &QAction::triggered, this, [this] { open(true); });
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    setView(nullptr);
}

QAction *FindActions::make(const QString &name, const QKeySequence &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(keys);
    return action;
}

void FindActions::setView(ReportView *view)
{
    m_view = view;
    m_isPanelLent = false;
    for (QAction *action : actions())
        action->setEnabled(m_view != nullptr);
    if (m_view)
        connect(&m_view->find(), &FindPanel::left, this, &FindActions::leave);
}

void FindActions::open(bool replacing)
{
    if (!m_view)
        return;
    const QString words = chosenWords();
    m_isPanelLent = m_sides.showPanel(true) || m_isPanelLent;
    m_view->setFindShown(true);
    m_view->find().begin(replacing ? FindPanel::Begin::Replacing : FindPanel::Begin::Finding, words);
}

/// Goes on with what was looked for last, without a turn of the panel to it.
void FindActions::step(int direction)
{
    if (!m_view)
        return;
    if (!m_view->find().isAsked())
        return open(false);
    if (!m_view->isFindShown())
        m_view->setFindShown(true);
    const bool isThere = m_view->find().step(direction);
    if (isThere && !m_view->isSideShown(ReportView::Side::Panel)) // then it is said where notices are
        Q_EMIT notice(m_view->find().countWords());
}

void FindActions::leave()
{
    m_view->setFindShown(false);
    if (std::exchange(m_isPanelLent, false))
        m_sides.showPanel(false);
}

/// What is selected in an editor, if it can be looked for: words on one line.
QString FindActions::chosenWords() const
{
    QWidget *focused = QApplication::focusWidget();
    QString words;
    if (!focused || m_view->find().isAncestorOf(focused) || !m_view->isAncestorOf(focused))
        return words;
    if (const auto *line = qobject_cast<QLineEdit *>(focused))
        words = line->selectedText();
    else if (const auto *text = qobject_cast<QTextEdit *>(focused))
        words = text->textCursor().selectedText();
    constexpr qsizetype kMost = 60;
    const bool isSearched = words.size() <= kMost && !words.contains(QChar::ParagraphSeparator)
        && !words.contains(QChar::ObjectReplacementCharacter);
    return isSearched ? words : QString();
}

} // namespace nianbao
