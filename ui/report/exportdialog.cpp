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
#include <QStandardItemModel>

namespace nianbao {

ExportDialog::ExportDialog(const PageChoices &choices, Paper paper, const Findings &findings, QWidget *parent)
    : FittedDialog(parent, 30)
    , m_paper(new QComboBox(this))
    , m_about(appearance::quietLabel(this))
    , m_kind(new QComboBox(this))
    , m_aboutKind(appearance::quietLabel(this))
    , m_draftMark(new QCheckBox(tr("Draft mark while errors are open"), this))
    , m_fill(new QCheckBox(tr("Fill the type area: 22 lines from edge to edge"), this))
    , m_signature(new QCheckBox(tr("Signature and date"), this))
    , m_seal(new QCheckBox(tr("Room for the seal"), this))
    , m_cover(new QCheckBox(tr("Cover page"), this))
    , m_archival(new QCheckBox(tr("Mark as PDF/A-2b for the archive (marked, not certified)"), this))
    , m_author(new QLineEdit(choices.author, this))
{
    setWindowTitle(tr("Export"));
    m_paper->addItems({tr("Annual report"), tr("Review draft"), tr("Check sheet"), tr("Sign-off sheet")});
    m_paper->setCurrentIndex(int(paper));
    m_kind->setObjectName(QStringLiteral("kind"));
    addKinds();
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
    const int apart = fontMetrics().height() / 3;
    form->setVerticalSpacing(apart);
    for (QLabel *about : {m_about, m_aboutKind}) // nearer to what it is about
        about->setContentsMargins(0, 0, 0, apart);
    form->addRow(tr("Paper"), m_paper);
    form->addRow(QString(), m_about);
    form->addRow(tr("Format"), m_kind);
    form->addRow(QString(), m_aboutKind);
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
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportDialog::showPaper);
    connect(m_signature, &QCheckBox::toggled, this, &ExportDialog::showPaper);
    showPaper();
}

void ExportDialog::addKinds()
{
    const std::initializer_list<std::pair<ExportKind, QString>> kinds{{ExportKind::Pdf, tr("PDF")},
        {ExportKind::Word, tr("Word (.docx)")}, {ExportKind::Excel, tr("Excel (.xlsx)")},
        {ExportKind::Html, tr("Web page (.html)")},
        {ExportKind::HtmlFragment, tr("Part of a web page (.html)")}, {ExportKind::Text, tr("Text (.txt)")},
        {ExportKind::Csv, tr("CSV (.csv)")}, {ExportKind::Json, tr("JSON (.json)")}};
    for (const auto &[kind, name] : kinds)
        m_kind->addItem(name, int(kind));
}

/// What does not concern paper or format cannot be chosen.
void ExportDialog::showPaper()
{
    const bool isReport = paper() == Paper::Report;
    auto *kinds = qobject_cast<QStandardItemModel *>(m_kind->model());
    for (int i = 0; i < m_kind->count(); ++i) {
        const bool fits = isReport || !isOfReportOnly(ExportKind(m_kind->itemData(i).toInt()));
        kinds->item(i)->setEnabled(fits);
        if (!fits && m_kind->currentIndex() == i)
            m_kind->setCurrentIndex(0);
    }
    const bool isPdf = kind() == ExportKind::Pdf;
    const bool hasPages = isReport || paper() == Paper::Review;
    m_draftMark->setEnabled(isPdf && isReport);
    m_cover->setEnabled(isPdf && isReport);
    m_fill->setEnabled(isPdf && hasPages);
    m_signature->setEnabled(hasPages && !isOfReportOnly(kind()));
    m_seal->setEnabled(isPdf && hasPages && m_signature->isChecked());
    m_archival->setEnabled(isPdf);
    m_author->setEnabled(isPdf);
    m_aboutKind->setText(kindWords());
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

QString ExportDialog::kindWords() const
{
    switch (kind()) {
    case ExportKind::Pdf: return tr("The pages as they are printed, with text that can be searched.");
    case ExportKind::Word: return tr("To go on with it in Word or WPS; live figures become text.");
    case ExportKind::Excel: return tr("A sheet for each table, with formulas in the totals.");
    case ExportKind::Html: return tr("A whole page for a browser.");
    case ExportKind::HtmlFragment:
        return tr("To be pasted into the source view of the website's editor: without styles and scripts.");
    case ExportKind::Text: return tr("Plain text, tables with tabs between the figures.");
    case ExportKind::Csv: return tr("A line for each figure; Excel and WPS open it.");
    case ExportKind::Json: break;
    }
    return tr("Everything, for other programs and for this one.");
}

ExportKind ExportDialog::kind() const { return ExportKind(m_kind->currentData().toInt()); }

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
