// SPDX-License-Identifier: MulanPSL-2.0
#include "backuppage.h"

#include "appearance.h"
#include "backups.h"
#include "dialogs.h"
#include "settings.h"
#include "shownpath.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace nianbao {

BackupPage::BackupPage(QWidget *parent)
    : SettingsPage(QStringLiteral("backup"), tr("Backups"),
        tr("Every edit is on disk at once anyway. A copy is the report as it was when it was opened that "
           "day: for the "
           "case that the file is lost or spoilt. What is cleared out of a report's history stays in its "
           "copies."),
        parent)
    , m_areMade(new QCheckBox(tr("Keep a copy of a report on each day on which it is opened"), this))
    , m_kept(new QSpinBox(this))
    , m_folder(appearance::label(QString(), this))
{
    m_areMade->setObjectName(QStringLiteral("backupsMade"));
    m_kept->setObjectName(QStringLiteral("backupsKept"));
    m_kept->setRange(1, kMostBackups);
    m_folder->setObjectName(QStringLiteral("backupsFolder"));
    m_folder->setWordWrap(true);
    auto *choose = appearance::plainButton(tr("Another folder…"), this);
    choose->setObjectName(QStringLiteral("backupsChooseFolder"));
    choose->setAutoDefault(false);
    auto *look = appearance::linkButton(tr("Look at the copies"), this);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(fontMetrics().height() / 2);
    form->addRow(tr("Copies of each report"), m_kept);
    form->addRow(tr("Folder of the copies"), m_folder);
    auto *row = new QHBoxLayout;
    row->addWidget(choose);
    row->addWidget(look);
    row->addStretch(1);
    form->addRow({}, row);
    column()->addWidget(m_areMade);
    column()->addLayout(form);
    column()->addStretch(1);
    showAll();
    connect(m_areMade, &QCheckBox::clicked, this, &BackupPage::take);
    connect(m_kept, &QSpinBox::valueChanged, this, &BackupPage::take);
    connect(choose, &QPushButton::clicked, this, &BackupPage::chooseFolder);
    connect(look, &QToolButton::clicked, this, [] {
        if (QDir().mkpath(backupFolder()))
            dialogs::openOutside(backupFolder());
    });
}

QString BackupPage::state() const { return settings::backups().areMade ? tr("On") : tr("Off"); }

void BackupPage::restore()
{
    settings::setBackups({});
    showAll();
    Q_EMIT stateChanged();
}

void BackupPage::take()
{
    auto backups = settings::backups();
    backups.areMade = m_areMade->isChecked();
    backups.kept = m_kept->value();
    settings::setBackups(backups);
    Q_EMIT stateChanged();
}

void BackupPage::showAll()
{
    const auto backups = settings::backups();
    m_areMade->setChecked(backups.areMade);
    m_folder->setText(shownPath(backupFolder()));
    m_kept->setValue(backups.kept);
}

void BackupPage::chooseFolder()
{
    const QString folder = dialogs::chooseFolder(this, tr("Folder of the copies"), backupFolder());
    if (folder.isEmpty())
        return;
    auto backups = settings::backups();
    backups.folder = folder;
    settings::setBackups(backups);
    showAll();
}

} // namespace nianbao
