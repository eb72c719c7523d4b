// SPDX-License-Identifier: MulanPSL-2.0
#include "dialogs.h"

#include "errorwords.h"

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
QStringList s_asked;
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
QStringList asked() { return std::exchange(s_asked, {}); }
void setSilent(bool silent)
{
    s_silent = silent;
    s_answers.clear();
}

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

QString ask(QWidget *parent, const QString &question, const QString &detail, const QStringList &safe,
    const QStringList &risky)
{
    if (const auto answer = waitingAnswer()) {
        s_asked.append(question + u'\n' + detail);
        return *answer;
    }
    QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(), question, {}, parent);
    box.setInformativeText(detail);
    QPushButton *first = nullptr;
    for (const QString &text : safe) {
        QPushButton *button = box.addButton(text, QMessageBox::AcceptRole);
        first = first ? first : button;
    }
    for (const QString &text : risky)
        box.addButton(text, QMessageBox::DestructiveRole);
    QPushButton *back = box.addButton(QMessageBox::Cancel);
    box.setEscapeButton(back);
    box.setDefaultButton(first ? first : back);
    box.exec();
    const QString chosen = box.clickedButton() ? box.clickedButton()->text() : QString();
    return safe.contains(chosen) || risky.contains(chosen) ? chosen : QString();
}

QString askWords(QWidget *parent, const QString &title, const QString &question)
{
    if (const auto answer = waitingAnswer())
        return *answer;
    return QInputDialog::getText(parent, title, question).trimmed();
}

void tell(QWidget *parent, const Error &error)
{
    if (s_silent) {
        s_told.append(describe(error));
        return;
    }
    QMessageBox::warning(parent, QCoreApplication::applicationName(), describe(error));
}

void inform(QWidget *parent, const QString &sentence, const QString &detail)
{
    if (s_silent) {
        s_told.append(sentence + u'\n' + detail);
        return;
    }
    QMessageBox box(
        QMessageBox::Information, QCoreApplication::applicationName(), sentence, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(detail);
    box.exec();
}

} // namespace nianbao::dialogs
