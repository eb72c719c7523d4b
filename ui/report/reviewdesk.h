// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "session.h"

#include <QHash>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace nianbao {

class PageSetup;

/// The moves of the review as actions, each enabled while the state and the file allow it: the menu 审阅, the
/// buttons of the bar and of the panel. What was typed into a dialog that was called off is kept here.
class ReviewDesk final : public QObject {
    Q_OBJECT
public:
    ReviewDesk(PageSetup &setup, std::function<bool()> commit, QWidget *window);
    void setReport(Session *session); // nullptr: none is open
    const QList<QAction *> &actions() const { return m_menu; } // separators included
    const QList<QAction *> &moves() const { return m_moves; } // in the order of the way
    QAction *action(ReviewAction move) const { return m_moves[int(move)]; }
    /// The one that leads on; nullptr: none does now.
    QAction *next() const;
    void showState(); // after another state, or whether anything can be written

Q_SIGNALS:
    void notice(const QString &sentence);
    void placeRequested(const nianbao::Place &place); // of what keeps it from moving
    void commentRequested();

private:
    QAction *make(const QString &text, const QString &name, std::function<void()> work);
    void move(ReviewAction action);
    void showHistory();
    void editChain();
    void verifySeal();
    PageSetup &m_setup;
    std::function<bool()> m_commit;
    QWidget *m_window;
    Session *m_session = nullptr;
    QList<QAction *> m_moves{};
    QList<QAction *> m_menu{};
    QAction *m_comment;
    QAction *m_chain;
    QAction *m_history;
    QAction *m_verify;
    QHash<ReviewAction, QString> m_drafts{}; // of dialogs that were called off
};

} // namespace nianbao
