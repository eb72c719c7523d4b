// SPDX-License-Identifier: MulanPSL-2.0
#include "waitdialog.h"

#include "appearance.h"
#include "elidedlabel.h"
#include "literal.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>

namespace nianbao {

namespace {
constexpr int kLookMs = 100;
}

WaitDialog::WaitDialog(const WaitWords &words, const WorkProgress &progress, QWidget *parent)
    : QDialog(parent)
    , m_progress(progress)
    , m_mayBeCalledOff(words.mayBeCalledOff)
    , m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("waitDialog"));
    setWindowTitle(literal::windowTitle(words.title));
    const int em = fontMetrics().height();
    auto *doing = new ElidedLabel(this, Qt::ElideMiddle);
    doing->showWords(words.doing);
    auto *about = appearance::quietLabel(this);
    about->setText(words.about);
    about->setVisible(!words.about.isEmpty());
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(words.doing);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(em / 2);
    column->addWidget(doing);
    column->addWidget(about);
    column->addWidget(m_bar);
    if (m_mayBeCalledOff) {
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        column->addWidget(buttons);
    }
    setMinimumWidth(em * 26);
    showProgress();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &WaitDialog::showProgress);
    timer->start(kLookMs);
}

void WaitDialog::reject()
{
    if (m_mayBeCalledOff)
        QDialog::reject();
}

void WaitDialog::showProgress()
{
    const int all = m_progress.all();
    m_bar->setRange(0, all);
    m_bar->setValue(all > 0 ? m_progress.done() : -1);
}

} // namespace nianbao
