// SPDX-License-Identifier: MulanPSL-2.0
#include "wordspage.h"

#include "appearance.h"
#include "dialogs.h"
#include "errorwords.h"
#include "officewords.h"
#include "officewordsdialog.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nianbao {

WordsPage::WordsPage(QWidget *parent)
    : SettingsPage(QStringLiteral("words"), tr("The office's wordings"),
        tr("What this office writes and the checks do not know yet, and its accounts and other names."),
        parent)
    , m_said(appearance::label(QString(), this))
{
    m_said->setObjectName(QStringLiteral("settingsWords"));
    m_said->setWordWrap(true);
    auto *change = appearance::plainButton(tr("Look and change…"), this);
    change->setObjectName(QStringLiteral("settingsChangeWords"));
    change->setAutoDefault(false);
    column()->addWidget(m_said);
    column()->addWidget(change, 0, Qt::AlignLeft);
    column()->addStretch(1);
    connect(change, &QPushButton::clicked, this, &WordsPage::edit);
    showAll();
}

QString WordsPage::state() const
{
    const auto words = OfficeWords::load();
    return words ? tr("%n wordings", nullptr, int(words->wordings.size() + words->names.size()))
                 : appearance::levelMark(Level::Error) + u' ' + tr("faulty");
}

void WordsPage::edit()
{
    OfficeWordsDialog dialog(this);
    dialogs::run(dialog);
    if (dialog.rules())
        m_rules = dialog.rules();
    showAll();
}

void WordsPage::showAll()
{
    const auto words = OfficeWords::load();
    appearance::setInk(m_said, words ? Colour::Text : Colour::Error);
    m_said->setText(!words ? describe(words.error())
                           : tr("%1 wordings and %2 names are in force.")
                                 .arg(words->wordings.size())
                                 .arg(words->names.size()));
    Q_EMIT stateChanged();
}

} // namespace nianbao
