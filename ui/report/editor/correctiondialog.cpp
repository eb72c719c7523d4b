// SPDX-License-Identifier: MulanPSL-2.0
#include "correctiondialog.h"

#include "appearance.h"
#include "dialogs.h"
#include "session.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace nianbao {

CorrectionDialog::CorrectionDialog(Session &session, QWidget *parent)
    : FittedDialog(parent, 32), m_session(session), m_words(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Statement of the correction"));
    m_words->setObjectName(QStringLiteral("correction"));
    m_words->setAccessibleName(tr("Statement of the correction"));
    m_words->setTabChangesFocus(true);
    m_words->setPlainText(session.report().review().correction);
    m_words->setMinimumHeight(fontMetrics().height() * 5);
    auto *about = appearance::label(
        tr("Printed at the end of section six, and said in the letter that hands the report over. The "
           "history keeps what it said before."),
        this);
    about->setWordWrap(true);
    auto *layout = new QVBoxLayout(inside());
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 2);
    layout->addWidget(about);
    layout->addWidget(m_words, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CorrectionDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QPushButton *done = buttons->button(QDialogButtonBox::Ok);
    connect(m_words, &QPlainTextEdit::textChanged, this,
        [this, done] { done->setEnabled(!m_words->toPlainText().trimmed().isEmpty()); });
    m_words->setFocus();
}

void CorrectionDialog::accept()
{
    const auto done = m_session.rewordCorrection(m_words->toPlainText());
    if (done)
        return QDialog::accept();
    dialogs::tell(this, done.error());
}

} // namespace nianbao
