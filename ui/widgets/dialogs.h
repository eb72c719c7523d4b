// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "errorwords.h"

#include <QStringList>

class QWidget;

namespace nianbao::dialogs {

/// The few questions the program asks. Tests answer beforehand: nothing modal is shown while an answer waits.
void answerNext(const QString &answer); // a path, or the text of a button; empty: cancelled
QStringList told(); // sentences that were shown instead of a modal box while tests answer; cleared by reading
QStringList asked(); // questions that were answered so, with their detail; cleared by reading
void setSilent(bool silent); // tests: tell() only remembers; answers that still wait are forgotten

bool isSilent();

QString openFile(QWidget *parent, const QString &title, const QString &filter);
QString saveFile(QWidget *parent, const QString &title, const QString &proposal, const QString &filter);
/// The chosen button's text, or empty when it was called off. With safe answers nothing is lost, whoever just
/// presses Enter: the first of them is the default, else calling it off is. A risky one is never the default.
QString ask(QWidget *parent, const QString &question, const QString &detail, const QStringList &safe,
    const QStringList &risky = {});
/// One line of words, or empty.
QString askWords(QWidget *parent, const QString &title, const QString &question);
void tell(QWidget *parent, const Error &error, Doing doing = Doing::Editing);
void inform(QWidget *parent, const QString &sentence, const QString &detail);

} // namespace nianbao::dialogs
