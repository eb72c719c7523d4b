// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStringList>

#include <functional>

class QDialog;

namespace nianbao::dialogs {

// Stands in for the person in front of the program's dialogs: nothing modal is shown while it does.

/// True: from now on; who is asked without an answer that waits calls it off, and a dialog of the program's
/// own is accepted as it is proposed. False: a person again. Answers that still wait are forgotten.
void setSilent(bool silent);
void answerNext(const QString &answer); // a path, words, or the text of a button; empty: called off
/// Fills in the next dialog that is none of the boxes above; true: accepts it.
void handleNext(std::function<bool(QDialog &)> handle);
/// The same for the next dialog that only waits for something; else it waits to the end.
void handleNextWait(std::function<bool(QDialog &)> handle);
QStringList told(); // the sentences of boxes that only tell; cleared by reading
QStringList opened(); // files and folders handed to other programs; cleared by reading
void setPrograms(bool areThere); // false: the system has no program for anything
QStringList asked(); // the questions with their details; cleared by reading

} // namespace nianbao::dialogs
