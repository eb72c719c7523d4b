// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "letter.h"
#include "parcel.h"
#include "settings.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPushButton;
class QTextEdit;
class QToolButton;

namespace nianbao {

/// How the files leave: as a mail draft or a folder, to whom, in which words, written where and by whom. The
/// program fills in the words by the templates and proposes the place, and both follow what is chosen; what a
/// person worded or chose otherwise stays. Writes nothing.
class CoverLetter final : public QWidget {
    Q_OBJECT
public:
    /// habits: of the person who hands over.
    CoverLetter(const Session &session, const HandOverHabits &habits, QWidget *parent = nullptr);
    void enclose(const QStringList &files); // as the words name them; fills the letter in
    void changeTemplates();
    /// Shows the words of the draft that are not empty, and leaves those there that a person wrote.
    void showDraft(const Letter &draft);
    Letter ownWords() const; // empty: they are the program's
    void enter();

    bool isMail() const; // else a folder
    QString receiver() const; // as it is kept: the office, else whoever the mail goes to
    Receivers receivers() const;
    QString who() const;
    QString path() const; // of what is to be written
    Letter letter() const; // as it stands there
    const Letter &filled() const { return m_filled; } // by the program
    QString whatIsWrong() const; // empty: it can be written
    void keepIn(HandOverHabits &habits) const;

Q_SIGNALS:
    void changed(); // anything but the words
    void copied();

private:
    QWidget *makeWays();
    QWidget *makePlace();
    void follow();
    void fill();
    void proposePlace();
    void choosePlace();

    const Session &m_session;
    Letter m_templates;
    Letter m_filled{};
    QStringList m_enclosed{};
    bool m_placeChosen = false;
    QFormLayout *m_form;
    QPushButton *m_mail;
    QPushButton *m_folder;
    QToolButton *m_copyText;
    QLineEdit *m_office;
    QLineEdit *m_to;
    QLineEdit *m_cc;
    QLineEdit *m_subject;
    QTextEdit *m_text;
    QLineEdit *m_place;
    QLineEdit *m_who;
};

} // namespace nianbao
