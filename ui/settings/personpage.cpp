// SPDX-License-Identifier: MulanPSL-2.0
#include "personpage.h"

#include "appearance.h"
#include "dialogs.h"
#include "entryline.h"
#include "settings.h"
#include "shownpath.h"

#include <QBoxLayout>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace nianbao {

PersonPage::PersonPage(QWidget *parent)
    : SettingsPage(QStringLiteral("person"), tr("Name and office"),
        tr("The name stands in the history and under moves and comments. Office and folder are proposed for "
           "new reports."),
        parent)
    , m_name(new EntryLine(this))
    , m_office(new EntryLine(this))
    , m_folder(appearance::label(QString(), this))
{
    m_name->setObjectName(QStringLiteral("settingsName"));
    m_name->setPlaceholderText(tr("as in the letters of the office"));
    m_office->setObjectName(QStringLiteral("settingsOffice"));
    m_office->setPlaceholderText(tr("full name as on the seal"));
    m_folder->setObjectName(QStringLiteral("settingsFolder"));
    m_folder->setWordWrap(true);
    auto *choose = appearance::plainButton(tr("Another folder…"), this);
    choose->setObjectName(QStringLiteral("settingsChooseFolder"));
    choose->setAutoDefault(false);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(fontMetrics().height() / 2);
    form->addRow(tr("Your name"), m_name);
    form->addRow(tr("Your office"), m_office);
    form->addRow(tr("Folder for new reports"), m_folder);
    form->addRow({}, choose);
    column()->addLayout(form);
    column()->addStretch(1);
    connect(m_name, &EntryLine::entered, this, [this](const QString &name) {
        settings::setUserName(name);
        Q_EMIT stateChanged();
    });
    connect(m_office, &EntryLine::entered, this, [](const QString &name) { settings::setOfficeName(name); });
    connect(choose, &QPushButton::clicked, this, &PersonPage::chooseFolder);
    showAll();
}

QString PersonPage::state() const { return settings::userName(); }

void PersonPage::restore()
{
    settings::setUserName({});
    settings::setOfficeName({});
    settings::setReportFolder({});
    showAll();
    Q_EMIT stateChanged();
}

void PersonPage::showAll()
{
    m_name->showText(settings::knownUserName());
    m_office->showText(settings::officeName());
    m_folder->setText(shownPath(settings::reportFolder()));
}

void PersonPage::chooseFolder()
{
    const QString folder
        = dialogs::chooseFolder(this, tr("Folder for new reports"), settings::reportFolder());
    if (folder.isEmpty())
        return;
    settings::setReportFolder(folder);
    showAll();
}

} // namespace nianbao
