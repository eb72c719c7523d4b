// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "letter.h"
#include "session.h"

#include <QHash>
#include <QObject>
#include <QUuid>

#include <map>
#include <tuple>

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
    /// The one that leads this person on; nullptr: none does now, or it is for another to move.
    QAction *next() const;
    /// The one that leads this person back, as long as it is read; nullptr: none.
    QAction *back() const;
    void showState(); // after another state, or whether anything can be written
    /// Looks whether the seal holds, as when a report is opened. First use of a body's key is remembered and
    /// said.
    void lookAtSeal();
    /// Why the approval of the open report is not to be relied on; empty: it is, or there is none.
    const QString &doubt() const { return m_doubt; }

Q_SIGNALS:
    void notice(const QString &sentence);
    void placeRequested(const nianbao::Place &place); // of what keeps it from moving
    void commentRequested();
    void nextCommentRequested();
    void doubtChanged();
    void written(const QString &path); // what goes along with a hand-over

private:
    QAction *make(const QString &text, const QString &name, std::function<void()> work);
    void move(ReviewAction action);
    QAction *ifTheirs(ReviewAction move) const;
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
    QAction *m_nextComment; // of a report that came back, as long as one waits for an answer
    QAction *m_chain;
    QAction *m_history;
    QAction *m_verify;
    QString m_doubt{};
    struct Drafts { // of dialogs that were called off
        /// Of one person before one move: in the next round, and to another, they would be no one's.
        std::map<std::tuple<ReviewAction, qsizetype, QString>, QString> words{};
        Letter letter{};
        QString address{};
    };
    QHash<QUuid, Drafts> m_drafts{}; // by report: who closes one and comes back finds them
};

} // namespace nianbao
