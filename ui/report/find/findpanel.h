// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "findmodel.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace nianbao {

class FindLine;

/// Find and replace over the whole report: every place in one list, with what would become of it. Replacing
/// is one change, and one step of undo. Nothing is deleted because the new words are not written yet: that
/// has a button of its own, and no key. Where nothing may be edited it finds all the same, and says why it
/// does not replace.
class FindPanel final : public QWidget {
    Q_OBJECT
public:
    enum class Begin { Finding, Replacing };

    explicit FindPanel(Session &session, QWidget *parent = nullptr);
    ~FindPanel() override;

    /// What takes over words that are still typed elsewhere; false: something was refused, and nothing is
    /// replaced.
    void setCommit(std::function<bool()> commit) { m_commit = std::move(commit); }
    /// The cursor into the field. words: to be looked for from now on; empty: those before.
    void begin(Begin what, const QString &words = {});
    /// The next place, or the one before, and round; the focus stays where it is when it is in the panel.
    /// False: there is none.
    bool step(int direction);
    bool isAsked() const { return !m_model.query().words.isEmpty(); }
    QList<Place> places() const { return m_model.places(); }
    int chosen() const; // of these; -1: none
    int count() const { return m_model.rowCount(); }
    QString countWords() const; // which of how many

Q_SIGNALS:
    void placeRequested(const nianbao::Place &place);
    void talkRequested(const nianbao::FoundTalk &talk); // to be seen itself, not only what it is about
    void found(); // other places, or another one is chosen
    void left(); // Esc
    void notice(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *makeWords();
    QWidget *makeReplacing();
    QWidget *makeChoices();
    QWidget *makeWhere();
    QWidget *makeFoot();
    void arrange();
    void look();
    void lead(int row, bool staysHere);
    void choose(int row);
    bool mayReplace() const;
    QString whyNot() const;
    void showState();
    void showCount();
    void replace(const QList<Place> &places);
    void replaceChosen();
    void replaceTicked();
    bool isDeleting() const; // no words are to stand in their place
    void stepBehind(const Place &replaced, int row);

    Session &m_session;
    FindModel m_model;
    std::function<bool()> m_commit;
    FindLine *m_words;
    QLabel *m_count;
    QToolButton *m_back;
    QToolButton *m_on;
    FindLine *m_replacement;
    QPushButton *m_one;
    QPushButton *m_all;
    QPushButton *m_delete; // in its place, while there are no new words
    QCheckBox *m_width;
    QCheckBox *m_case;
    QListView *m_list;
    QLabel *m_reason;
    QWidget *m_choices = nullptr; // the buttons, and what counts as the same words
    TextHit m_chosen; // one of the places, as it was chosen
    int m_lastRow = -1; // where that stood
    bool m_isReplacing = false; // else places have no check marks
    bool m_isFollowing = false; // the list turns to a row by itself
};

} // namespace nianbao
