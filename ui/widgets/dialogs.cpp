// SPDX-License-Identifier: MulanPSL-2.0
#include "dialogs.h"

#include "errorwords.h"
#include "filechooser.h"
#include "literal.h"
#include "programlog.h"
#include "showntext.h"
#include "tabstops.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace nianbao::dialogs {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

StandIn *s_standIn = nullptr;
bool s_isCalledOff = false;
int s_open = 0; // dialogs that wait for an answer

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

void setStandIn(StandIn *standIn) { s_standIn = standIn; }

void setCalledOff(bool isCalledOff) { s_isCalledOff = isCalledOff; }

Waiting::Waiting() { ++s_open; }
Waiting::~Waiting() { --s_open; }

bool isOpen() { return s_open > 0; }
int countOpen() { return s_open; }

bool run(QDialog &dialog)
{
    if (s_isCalledOff)
        return false;
    const Waiting waiting;
    tabstops::order(dialog);
    if (QWidget *first = dialog.focusWidget() ? nullptr : tabstops::firstField(dialog))
        first->setFocus();
    return s_standIn ? s_standIn->answer(dialog) : dialog.exec() == QDialog::Accepted;
}

bool waitIn(QDialog &dialog)
{
    if (s_isCalledOff)
        return false;
    const Waiting waiting;
    return s_standIn ? s_standIn->waitFor(dialog) : dialog.exec() == QDialog::Accepted;
}

QString openFile(QWidget *parent, const QString &title, const QString &filter)
{
    if (s_isCalledOff)
        return {};
    const Waiting waiting;
    if (s_standIn)
        return s_standIn->chooseFile();
    FileChooser chooser(parent, title, {}, filter);
    chooser.setFileMode(QFileDialog::ExistingFile);
    return chooser.choose();
}

QString saveFile(QWidget *parent, const QString &title, const QString &proposal, const QString &filter)
{
    if (s_isCalledOff)
        return {};
    const Waiting waiting;
    if (s_standIn)
        return s_standIn->chooseFile();
    FileChooser chooser(parent, title, proposal, filter);
    chooser.setAcceptMode(QFileDialog::AcceptSave);
    return chooser.choose();
}

QString chooseFolder(QWidget *parent, const QString &title, const QString &proposal)
{
    if (s_isCalledOff)
        return {};
    const Waiting waiting;
    if (s_standIn)
        return s_standIn->chooseFile();
    FileChooser chooser(parent, title, proposal, {});
    chooser.setFileMode(QFileDialog::Directory);
    chooser.setOption(QFileDialog::ShowDirsOnly);
    return chooser.choose();
}

bool openOutside(const QString &path)
{
    return s_standIn ? s_standIn->openOutside(path) : QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

QString ask(QWidget *parent, const QString &question, const QString &detail, const QStringList &safe,
    const QStringList &risky)
{
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
    run(box);
    return (safe + risky).value(offered.indexOf(box.clickedButton()));
}

bool askWhether(
    QWidget *parent, const QString &question, const QString &detail, const QString &yes, const QString &no)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Question);
    fillBox(box, question, detail);
    const QAbstractButton *isSo = box.addButton(literal::caption(yes), QMessageBox::AcceptRole);
    QPushButton *isNot = box.addButton(literal::caption(no), QMessageBox::RejectRole);
    box.setEscapeButton(isNot);
    box.setDefaultButton(isNot);
    run(box);
    return box.clickedButton() == isSo;
}

QString askWords(QWidget *parent, const QString &title, const QString &question)
{
    QInputDialog dialog(parent);
    dialog.setWindowTitle(literal::windowTitle(title));
    dialog.setLabelText(firstCharacters(question, kMost));
    makePlain(dialog);
    return run(dialog) ? dialog.textValue().trimmed() : QString();
}

void tell(QWidget *parent, const Error &error, Doing doing)
{
    qCWarning(lcProgram, "told: error %d %s", int(error.code), qPrintable(technicalRest(error)));
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Warning);
    fillBox(box, describe(error, doing), {});
    box.addButton(QMessageBox::Ok);
    run(box);
}

void inform(QWidget *parent, const QString &sentence, const QString &detail)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Information);
    fillBox(box, sentence, detail);
    box.addButton(QMessageBox::Ok);
    run(box);
}

} // namespace nianbao::dialogs
