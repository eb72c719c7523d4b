// SPDX-License-Identifier: MulanPSL-2.0
#include "templatesdialog.h"

#include "appearance.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextEdit>

namespace nianbao {

TemplatesDialog::TemplatesDialog(const Letter &templates, QWidget *parent)
    : FittedDialog(parent, 38)
    , m_fileName(new QLineEdit(this))
    , m_checksName(new QLineEdit(this))
    , m_subject(new QLineEdit(this))
    , m_text(new QTextEdit(this))
{
    setWindowTitle(tr("How it is worded"));
    m_fileName->setObjectName(QStringLiteral("fileName"));
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setAcceptRichText(false);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 10);
    QLabel *about = appearance::quietLabel(this);
    about->setText(
        tr("Fields are filled from the report: %1. A line whose fields have nothing to say is left "
           "out.")
            .arg(letterFields().join(u' ')));
    auto *form = new QFormLayout(inside());
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(fontMetrics().height() / 2);
    form->addRow(tr("Report and copy"), m_fileName);
    form->addRow(tr("Check sheet"), m_checksName);
    form->addRow(tr("Subject"), m_subject);
    form->addRow(tr("Text"), m_text);
    form->addRow(about);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = appearance::primaryButton(tr("Keep"), this);
    keep->setDefault(true);
    buttons->addButton(keep, QDialogButtonBox::AcceptRole);
    auto *shipped = appearance::plainButton(tr("As shipped"), this);
    shipped->setObjectName(QStringLiteral("shipped"));
    shipped->setAutoDefault(false);
    buttons->addButton(shipped, QDialogButtonBox::ResetRole);
    setButtons(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(shipped, &QPushButton::clicked, this, [this] { showTemplates(shippedTemplates()); });
    showTemplates(templates);
}

void TemplatesDialog::showTemplates(const Letter &templates)
{
    m_fileName->setText(templates.fileName);
    m_checksName->setText(templates.checksName);
    m_subject->setText(templates.subject);
    m_text->setPlainText(templates.text);
}

Letter TemplatesDialog::templates() const
{
    return {m_fileName->text().trimmed(), m_checksName->text().trimmed(), m_subject->text().trimmed(),
        m_text->toPlainText()};
}

} // namespace nianbao
