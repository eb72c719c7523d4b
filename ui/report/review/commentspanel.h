// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "commentsmodel.h"
#include "openeditor.h"
#include "place.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace nianbao {

class CardView;
class EntryLine;

/// The panel 批注: a line for a comment on the place in sight, all comments as cards, and what can be done
/// with the selected one. What is half typed belongs to the place or the comment it was typed for, and is
/// taken over before anything ends.
class CommentsPanel final : public QWidget, public OpenEditor {
    Q_OBJECT
public:
    explicit CommentsPanel(Session &session, QWidget *parent = nullptr);
    ~CommentsPanel() override;

    bool commitOpenEditor() override { return commitEditors(*this); }
    /// Where a new comment will hang, from now on.
    void showPlace(const Place &place);
    void startComment(); // the cursor in its line
    void select(int id);
    /// As FindingsPanel::step, through the open ones.
    bool step(int direction);
    void answerNext(); // of those that wait for this person, round: the cursor in the line for the answer
    int countOpen() const { return m_model.countOpen(); }
    QString currentWords() const; // of the selected comment

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);
    void notice(const QString &sentence);

private:
    void follow(const Delta &delta);
    QWidget *makeEntry();
    QWidget *makeActions();
    void showSelected();
    void showCount();
    void showMenu(const QPoint &point);
    void lead(const QModelIndex &index);
    void add(const QString &words);
    void answer(const QString &words);
    void setResolved(bool resolved);
    bool edit(const Result<Change> &change);
    int current() const; // 0: none

    Session &m_session;
    CommentsModel m_model;
    Place m_place = Place::report();
    Place m_typedFor; // that place once a key was typed
    int m_selected = 0; // 0: none
    int m_answered = 0; // the comment that the answer belongs to, also when the list has moved on
    QLabel *m_where;
    EntryLine *m_entry;
    CardView *m_view;
    QWidget *m_actions;
    QToolButton *m_resolve;
    EntryLine *m_answer;
    QToolButton *m_shown;
};

} // namespace nianbao
