// SPDX-License-Identifier: MulanPSL-2.0
#include "exportdialog.h"

#include "appearance.h"
#include "literal.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace nianbao {

ExportDialog::ExportDialog(const PageChoices &choices, Paper paper, const Findings &findings, QWidget *parent)
    : FittedDialog(parent, 30)
    , m_paper(new QComboBox(this))
    , m_about(appearance::quietLabel(this))
    , m_draftMark(new QCheckBox(tr("Draft mark while errors are open"), this))
    , m_fill(new QCheckBox(tr("Fill the type area: 22 lines from edge to edge"), this))
    , m_signature(new QCheckBox(tr("Signature and date"), this))
    , m_seal(new QCheckBox(tr("Room for the seal"), this))
    , m_cover(new QCheckBox(tr("Cover page"), this))
    , m_archival(new QCheckBox(tr("Mark as PDF/A-2b for the archive (marked, not certified)"), this))
    , m_author(new QLineEdit(choices.author, this))
{
    setWindowTitle(tr("Export as PDF"));
    m_paper->addItems({tr("Annual report"), tr("Review draft"), tr("Check sheet"), tr("Sign-off sheet")});
    m_paper->setCurrentIndex(int(paper));
    m_draftMark->setChecked(choices.draftMark);
    m_fill->setChecked(choices.fillsArea);
    m_signature->setChecked(choices.signature);
    m_seal->setChecked(choices.seal);
    m_cover->setChecked(choices.cover);
    m_archival->setChecked(choices.marksArchival);
    m_author->setPlaceholderText(tr("Left out, as published files should"));
    literal::setToolTip(m_seal,
        tr("GB/T 9704-2012 7.3.5.1: the date four characters from the right, the name centred "
           "on it, the lines of the seal kept free"));

    const int errors = count(findings, Level::Error);
    auto *state
        = appearance::label(errors ? tr("%1 errors are open. You can export all the same.").arg(errors)
                                   : tr("No errors are open."),
            this);
    state->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("Paper"), m_paper);
    form->addRow(QString(), m_about);
    for (QCheckBox *box : {m_draftMark, m_signature, m_seal, m_cover, m_fill, m_archival})
        form->addRow(QString(), box);
    form->addRow(tr("Author in the file"), m_author);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *next = appearance::primaryButton(tr("Choose the file…"), this);
    next->setDefault(true);
    buttons->addButton(next, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(inside());
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height());
    layout->addWidget(state);
    layout->addLayout(form);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &ExportDialog::showPaper);
    connect(m_signature, &QCheckBox::toggled, this, &ExportDialog::showPaper);
    showPaper();
}

/// What does not concern the paper cannot be chosen.
void ExportDialog::showPaper()
{
    const bool isReport = paper() == Paper::Report;
    const bool hasPages = isReport || paper() == Paper::Review;
    m_draftMark->setEnabled(isReport);
    m_cover->setEnabled(isReport);
    m_fill->setEnabled(hasPages);
    m_signature->setEnabled(hasPages);
    m_seal->setEnabled(hasPages && m_signature->isChecked());
    switch (paper()) {
    case Paper::Report: m_about->setText(tr("The report as it is published.")); break;
    case Paper::Review:
        m_about->setText(tr("For reading: draft mark, line numbers, open findings and changes at the end."));
        break;
    case Paper::Checks:
        m_about->setText(tr("Verdict, findings, balances with their numbers, both years."));
        break;
    case Paper::SignOff:
        m_about->setText(tr("Drafted, checked, countersigned, signed: with room for handwriting."));
        break;
    }
}

Paper ExportDialog::paper() const { return static_cast<Paper>(m_paper->currentIndex()); }

PageChoices ExportDialog::choices() const
{
    PageChoices choices;
    choices.draftMark = m_draftMark->isChecked();
    choices.fillsArea = m_fill->isChecked();
    choices.signature = m_signature->isChecked();
    choices.seal = m_seal->isChecked();
    choices.cover = m_cover->isChecked();
    choices.marksArchival = m_archival->isChecked();
    choices.author = m_author->text().trimmed();
    return choices;
}

} // namespace nianbao
