// SPDX-License-Identifier: MulanPSL-2.0
#include "dialogs.h"

#include "errorwords.h"
#include "literal.h"
#include "showntext.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <optional>

namespace nianbao::dialogs {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

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

constexpr qsizetype kMost = 400; // characters a person reads in a box

/// Qt takes words for markup where they look like it.
void makePlain(QDialog &dialog)
{
    for (QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->pixmap().isNull())
            label->setTextFormat(Qt::PlainText);
    }
}

/// A box with words that are shown to the letter, and no picture of Qt's.
void fillBox(QMessageBox &box, const QString &words, const QString &detail)
{
    box.setWindowTitle(Words::tr("Nianbao"));
    box.setText(firstCharacters(words, kMost));
    box.setInformativeText(firstCharacters(detail, kMost));
    makePlain(box);
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
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Question);
    fillBox(box, question, detail);
    QList<QAbstractButton *> offered;
    for (const QString &text : safe)
        offered.append(box.addButton(literal::caption(text), QMessageBox::AcceptRole));
    for (const QString &text : risky)
        offered.append(box.addButton(literal::caption(text), QMessageBox::DestructiveRole));
    QPushButton *back = box.addButton(QMessageBox::Cancel);
    box.setEscapeButton(back);
    box.setDefaultButton(safe.isEmpty() ? back : qobject_cast<QPushButton *>(offered.first()));
    box.exec();
    return (safe + risky).value(offered.indexOf(box.clickedButton()));
}

QString askWords(QWidget *parent, const QString &title, const QString &question)
{
    if (const auto answer = waitingAnswer())
        return *answer;
    QInputDialog dialog(parent);
    dialog.setWindowTitle(literal::windowTitle(title));
    dialog.setLabelText(firstCharacters(question, kMost));
    makePlain(dialog);
    return dialog.exec() == QDialog::Accepted ? dialog.textValue().trimmed() : QString();
}

void tell(QWidget *parent, const Error &error, Doing doing)
{
    if (s_silent) {
        s_told.append(describe(error, doing));
        return;
    }
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Warning);
    fillBox(box, describe(error, doing), {});
    box.addButton(QMessageBox::Ok);
    box.exec();
}

void inform(QWidget *parent, const QString &sentence, const QString &detail)
{
    if (s_silent) {
        s_told.append(sentence + u'\n' + detail);
        return;
    }
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Information);
    fillBox(box, sentence, detail);
    box.addButton(QMessageBox::Ok);
    box.exec();
}

} // namespace nianbao::dialogs
