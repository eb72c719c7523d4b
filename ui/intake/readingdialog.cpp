// SPDX-License-Identifier: MulanPSL-2.0
#include "readingdialog.h"

#include "appearance.h"
#include "elidedlabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>

namespace nianbao {

ReadingDialog::ReadingDialog(const QString &file, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Import"));
    const int em = fontMetrics().height();
    auto *name = new ElidedLabel(this, Qt::ElideMiddle);
    name->showWords(
        file.isEmpty() ? tr("The pasted page is being read…") : tr("%1 is being read…").arg(file));
    auto *about = appearance::quietLabel(this);
    about->setText(
        tr("A PDF, or a document that LibreOffice has to open, takes some seconds. Nothing is taken "
           "before you have seen it."));
    auto *bar = new QProgressBar(this);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Reading"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(em / 2);
    column->addWidget(name);
    column->addWidget(about);
    column->addWidget(bar);
    column->addWidget(buttons);
    setMinimumWidth(em * 26);
}

} // namespace nianbao
