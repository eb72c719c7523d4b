// SPDX-License-Identifier: MulanPSL-2.0
#include "mailpage.h"

#include "appearance.h"
#include "dialogs.h"
#include "entryline.h"
#include "letter.h"
#include "settings.h"
#include "templatesdialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QPushButton>

namespace nianbao {

MailPage::MailPage(QWidget *parent)
    : SettingsPage(QStringLiteral("mail"), tr("Mail"),
        tr("What “Hand over” begins with. The program writes a draft for the mail program; it sends nothing "
           "itself."),
        parent)
    , m_office(new EntryLine(this))
    , m_to(new EntryLine(this))
    , m_cc(new EntryLine(this))
    , m_asMail(new QCheckBox(tr("As a mail draft, not into a folder"), this))
    , m_ascii(new QCheckBox(tr("Names of the files in English letters"), this))
{
    m_office->setObjectName(QStringLiteral("mailOffice"));
    m_to->setObjectName(QStringLiteral("mailTo"));
    m_cc->setObjectName(QStringLiteral("mailCc"));
    m_asMail->setObjectName(QStringLiteral("mailAsMail"));
    m_ascii->setObjectName(QStringLiteral("mailAscii"));
    auto *templates = appearance::plainButton(tr("Wording of letter and names…"), this);
    templates->setObjectName(QStringLiteral("mailTemplates"));
    templates->setAutoDefault(false);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(fontMetrics().height() / 2);
    form->addRow(tr("To whom"), m_office);
    form->addRow(tr("Addresses"), m_to);
    form->addRow(tr("Copies to"), m_cc);
    form->addRow({}, m_asMail);
    form->addRow({}, m_ascii);
    form->addRow({}, templates);
    column()->addLayout(form);
    column()->addStretch(1);
    showAll();
    for (EntryLine *line : {m_office, m_to, m_cc})
        connect(line, &EntryLine::entered, this, &MailPage::take);
    for (QCheckBox *box : {m_asMail, m_ascii})
        connect(box, &QCheckBox::clicked, this, &MailPage::take);
    connect(templates, &QPushButton::clicked, this, &MailPage::editTemplates);
}

void MailPage::restore()
{
    settings::setHandOverHabits({});
    showAll();
}

void MailPage::take()
{
    auto habits = settings::handOverHabits();
    habits.office = m_office->text().trimmed();
    habits.to = m_to->text().trimmed();
    habits.cc = m_cc->text().trimmed();
    habits.asMail = m_asMail->isChecked();
    habits.asciiNames = m_ascii->isChecked();
    settings::setHandOverHabits(habits);
}

void MailPage::showAll()
{
    const auto habits = settings::handOverHabits();
    m_office->showText(habits.office);
    m_to->showText(habits.to);
    m_cc->showText(habits.cc);
    m_asMail->setChecked(habits.asMail);
    m_ascii->setChecked(habits.asciiNames);
}

void MailPage::editTemplates()
{
    TemplatesDialog dialog(letterTemplates(), this);
    if (dialogs::run(dialog))
        keepTemplates(dialog.templates());
}

} // namespace nianbao
