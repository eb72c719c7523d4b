// SPDX-License-Identifier: MulanPSL-2.0
#include "newreportdialog.h"

#include "appearance.h"
#include "clock.h"
#include "dialogs.h"
#include "entryline.h"
#include "literal.h"
#include "newreport.h"
#include "settings.h"
#include "shownpath.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace nianbao {

NewReportDialog::NewReportDialog(const Report *prior, QWidget *parent)
    : FittedDialog(parent, 36)
    , m_prior(prior ? asPrior(*prior) : nullptr)
    , m_name(new QLineEdit(this))
    , m_year(new QSpinBox(this))
    , m_form(new QComboBox(this))
    , m_about(appearance::quietLabel(this))
    , m_path(new QLineEdit(this))
    , m_hint(appearance::quietLabel(this))
{
    setWindowTitle(prior ? tr("New report from last year's") : tr("New report"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setText(prior ? prior->fact(fact::kName) : settings::officeName());
    m_name->setPlaceholderText(tr("full name as on the seal"));
    m_year->setRange(bounds::kFirstYear, bounds::kLastYear);
    m_year->setValue(prior ? prior->year() + 1 : yearToReport(now().date()));
    for (const SpecPointer &form : shippedForms())
        m_form->addItem(form->name, form->id);
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setAccessibleName(tr("File"));
    m_year->setObjectName(QStringLiteral("year"));
    m_form->setObjectName(QStringLiteral("form"));
    m_hint->setObjectName(QStringLiteral("hint"));
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *choose = appearance::plainButton(tr("Choose…"), this);
    choose->setObjectName(QStringLiteral("choosePath"));
    choose->setAutoDefault(false);
    auto *pathRow = new QHBoxLayout;
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(choose);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = appearance::primaryButton(tr("Create"), this);
    m_create->setObjectName(QStringLiteral("create"));
    buttons->addButton(m_create, QDialogButtonBox::AcceptRole);
    m_create->setDefault(true);

    auto *form = new QFormLayout(inside());
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(fontMetrics().height() * 2 / 3);
    form->addRow(tr("Organisation"), m_name);
    form->addRow(tr("Year of the report"), m_year);
    form->addRow(tr("Form"), m_form);
    form->addRow(QString(), m_about);
    form->addRow(tr("File"), pathRow);
    form->addRow(m_hint);
    setButtons(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(choose, &QPushButton::clicked, this, &NewReportDialog::choosePath);
    connect(m_name, &QLineEdit::textChanged, this, &NewReportDialog::proposePath);
    connect(m_year, &QSpinBox::valueChanged, this, [this] {
        showForm();
        proposePath();
    });
    connect(m_form, &QComboBox::currentIndexChanged, this, &NewReportDialog::tellForm);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_pathChosen = true; });
    connect(m_path, &QLineEdit::textChanged, this, &NewReportDialog::validate);
    showForm();
    proposePath();
}

void NewReportDialog::showForm()
{
    m_form->setCurrentIndex(m_form->findData(formForYear(m_year->value())->id));
    tellForm();
}

/// Which years the chosen form is for, and whether this is one of them.
void NewReportDialog::tellForm()
{
    const SpecPointer form = findForm(m_form->currentData().toString());
    const SpecPointer usual = formForYear(m_year->value());
    QString about = form->toYear ? tr("For the reports of %1 to %2.").arg(form->fromYear).arg(*form->toYear)
                                 : tr("For the reports from %1 on.").arg(form->fromYear);
    if (form != usual)
        about = tr("%1 The report of %2 usually uses another form: %3.")
                    .arg(about)
                    .arg(m_year->value())
                    .arg(usual->name);
    m_about->setText(about);
    literal::setToolTip(m_form, m_form->currentText()); // a narrow dialog cuts it
}

void NewReportDialog::proposePath()
{
    if (!m_pathChosen)
        showFromStart(*m_path, shownPath(proposedPath(m_name->text(), m_year->value())));
    validate();
}

void NewReportDialog::choosePath()
{
    const QString path = dialogs::saveFile(
        this, tr("Where the report is kept"), typedPath(m_path->text()), tr("Reports (*.nianbao)"));
    if (path.isEmpty())
        return;
    m_pathChosen = true;
    showFromStart(*m_path, shownPath(path));
}

void NewReportDialog::validate()
{
    QString hint;
    if (m_name->text().trimmed().isEmpty())
        hint = tr("Write the organisation's name.");
    else if (m_path->text().trimmed().isEmpty())
        hint = tr("Say where the report is to be kept.");
    else if (!QFileInfo(path()).dir().exists())
        hint = tr("There is no such folder. Choose another place.");
    else if (QFileInfo::exists(path()))
        hint = tr("There is a file of this name already. Choose another name.");
    m_hint->setText(!hint.isEmpty() ? hint
            : m_prior ? tr("Taken over from %1: the office, the headings, the names of channels and "
                           "categories. Last year's figures and texts stand beside this year's.")
                            .arg(m_prior->year())
                      : tr("Fill in any order; every change is on disk at once."));
    m_create->setEnabled(hint.isEmpty());
}

QString NewReportDialog::path() const
{
    const QString path = typedPath(m_path->text());
    return path.endsWith(QStringLiteral(".nianbao")) ? path : path + QStringLiteral(".nianbao");
}

Report NewReportDialog::report() const
{
    const SpecPointer form = findForm(m_form->currentData().toString());
    return begun({m_name->text(), {}, {}, m_year->value(), form, m_prior});
}

} // namespace nianbao
