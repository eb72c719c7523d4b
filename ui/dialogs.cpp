// SPDX-License-Identifier: MulanPSL-2.0
#include "dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <optional>

namespace nianbao::dialogs {

namespace {
QStringList s_answers;
QStringList s_told;
bool s_silent = false;

std::optional<QString> waitingAnswer()
{
    if (!s_answers.isEmpty())
        return s_answers.takeFirst();
    return s_silent ? std::optional(QString()) : std::nullopt;
}
} // namespace

void answerNext(const QString &answer) { s_answers.append(answer); }
QStringList told() { return std::exchange(s_told, {}); }
void setSilent(bool silent) { s_silent = silent; }

bool isSilent() { return s_silent; }

QString openFile(QWidget *parent, const QString &title, const QString &filter)
{
    if (const auto answer = waitingAnswer())
        return *answer;
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString saveFile(QWidget *parent, const QString &title, const QString &proposal, const QString &filter)
{
    if (const auto answer = waitingAnswer())
        return *answer;
    return QFileDialog::getSaveFileName(parent, title, proposal, filter);
}

QString ask(QWidget *parent, const QString &question, const QString &detail, const QStringList &buttons)
{
    if (const auto answer = waitingAnswer())
        return *answer;
    QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(), question, {}, parent);
    box.setInformativeText(detail);
    for (const QString &text : buttons)
        box.addButton(text, QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    const QString chosen = box.clickedButton() ? box.clickedButton()->text() : QString();
    return buttons.contains(chosen) ? chosen : QString();
}

QString askWords(QWidget *parent, const QString &title, const QString &question)
{
    if (const auto answer = waitingAnswer())
        return *answer;
    return QInputDialog::getText(parent, title, question).trimmed();
}

void tell(QWidget *parent, const Error &error, Doing doing)
{
    if (s_silent) {
        s_told.append(describe(error, doing));
        return;
    }
    QMessageBox::warning(parent, QCoreApplication::applicationName(), describe(error, doing));
}

} // namespace nianbao::dialogs
