// SPDX-License-Identifier: MulanPSL-2.0
#include "waitdialog.h"

#include "appearance.h"
#include "elidedlabel.h"
#include "literal.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
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
        buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter is meant for the text
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        column->addWidget(buttons);
    }
    setMinimumWidth(em * 26);
    setFocusPolicy(Qt::ClickFocus);
    setFocus(); // what is typed meanwhile is kept, and presses no button
    const QWidget *typedInto = parent ? parent->window()->focusWidget() : nullptr;
    setAttribute(Qt::WA_InputMethodEnabled, typedInto && typedInto->testAttribute(Qt::WA_InputMethodEnabled));
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
