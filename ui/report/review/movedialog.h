// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "place.h"
#include "session.h"

class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace nianbao {

/// One move of the review: what will happen, in words; who acts; and what it needs. What keeps the report
/// from moving is listed and can be gone to. Its button works when all it needs is there; until then a line
/// above it says what is missing. What is wrong is said in the dialog, which stays; what was typed into one
/// that is called off is there again the next time.
class MoveDialog : public FittedDialog {
    Q_OBJECT
public:
    /// draft: words of an earlier one that was called off, and of this one if it is.
    MoveDialog(Session &session, ReviewAction action, QString &draft, QWidget *parent);
    Place wanted() const { return m_wanted; } // rather than moving, this is to be seen; or nowhere

    void accept() override;
    void reject() override;

protected:
    /// What must be written before it can be done, in one sentence; empty: nothing.
    virtual QString lacking() const;
    void showLacking();
    /// Completes the move; false: it was said what is wrong.
    virtual bool complete(ReviewMove &) { return true; }
    Session &session() const { return m_session; }
    QVBoxLayout *column() const { return m_column; } // of what the move needs, below who acts
    QPushButton *button() const { return m_do; }
    void say(const QString &what); // is wrong
    QString who() const;
    /// The name is asked of the one whose turn it is, or of the clerk who records what they did.
    void nameWhoActs(bool isTheirTurn);

private:
    void addUnready();
    void addWho();
    void addWords();
    void offerEarlierOpinion();
    Session &m_session;
    ReviewAction m_action;
    QString &m_draft;
    Place m_wanted;
    bool m_isReady = true; // nothing is listed that keeps it from moving
    QVBoxLayout *m_column;
    QLabel *m_whoName = nullptr;
    QLineEdit *m_who = nullptr;
    QPlainTextEdit *m_words = nullptr;
    QLabel *m_lacks;
    QLabel *m_wrong;
    QPushButton *m_do;
};

} // namespace nianbao
