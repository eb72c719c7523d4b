// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "errorwords.h"

#include <QStringList>

class QDialog;
class QWidget;

namespace nianbao::dialogs {

// The few questions the program asks, and the one door through which anything modal is shown.

/// Does what a person would do, so that nothing waits for one. Only tests have one: up to the moment in which
/// a dialog would be shown they go the way of the program.
class StandIn {
public:
    virtual ~StandIn() = default;
    virtual QString chooseFile() = 0; // empty: called off
    /// A dialog that is ready to be shown. True: accepted. Of a message box it presses a button.
    virtual bool answer(QDialog &dialog) = 0;
    /// A dialog that goes by itself when what it waits for is done. False: the wait is called off.
    virtual bool waitFor(QDialog &) { return true; }
    virtual bool openOutside(const QString &path) = 0; // in place of another program
};
void setStandIn(StandIn *standIn); // nullptr: a person

bool run(QDialog &dialog); // true: accepted
bool waitIn(QDialog &dialog); // the same for one that nobody has to answer
/// True: the program ends, and each is called off without being seen.
void setCalledOff(bool isCalledOff);
/// As long as one lives something is waited for as for a dialog, though none is seen: isOpen().
class Waiting {
public:
    Waiting();
    ~Waiting();
    Waiting(const Waiting &) = delete;
    Waiting &operator=(const Waiting &) = delete;
};
bool isOpen(); // one of them is: nothing that it may look at goes meanwhile
int countOpen(); // one above the other

QString openFile(QWidget *parent, const QString &title, const QString &filter);
QString saveFile(QWidget *parent, const QString &title, const QString &proposal, const QString &filter);
QString chooseFolder(QWidget *parent, const QString &title, const QString &proposal);
/// Hands a file or folder to the system's program for it: the one door to other programs. False: there is
/// none.
bool openOutside(const QString &path);
/// The chosen button's text, or empty when it was called off. With safe answers nothing is lost, whoever just
/// presses Enter: the first of them is the default, else calling it off is. A risky one is never the default.
QString ask(QWidget *parent, const QString &question, const QString &detail, const QStringList &safe,
    const QStringList &risky = {});
/// Whether something is so, where calling it off would say no more than no does: no is the answer of Enter
/// and of Escape.
bool askWhether(
    QWidget *parent, const QString &question, const QString &detail, const QString &yes, const QString &no);
/// One line of words, or empty.
QString askWords(QWidget *parent, const QString &title, const QString &question);
void tell(QWidget *parent, const Error &error, Doing doing = Doing::Editing);
void inform(QWidget *parent, const QString &sentence, const QString &detail);

} // namespace nianbao::dialogs
