// SPDX-License-Identifier: MulanPSL-2.0
#include "appearancepage.h"

#include "appearance.h"
#include "literal.h"
#include "settings.h"
#include "themewords.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QRadioButton>

#include <algorithm>

namespace nianbao {

AppearancePage::AppearancePage(QWidget *parent)
    : SettingsPage(QStringLiteral("appearance"), tr("Appearance"),
        tr("Colours and size change at once, the language with the next start."), parent)
    , m_themes(new QButtonGroup(this))
    , m_size(new QComboBox(this))
    , m_language(new QComboBox(this))
{
    auto *choices = new QVBoxLayout;
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast}) {
        auto *choice = new QRadioButton(literal::caption(themeWords(theme)), this);
        choice->setObjectName(QStringLiteral("theme-") + themes::key(theme));
        m_themes->addButton(choice, int(theme));
        choices->addWidget(choice);
    }
    m_size->setObjectName(QStringLiteral("settingsTextSize"));
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        m_size->addItem(tr("%1%").arg(percent), percent);
    m_language->setObjectName(QStringLiteral("settingsLanguage"));
    m_language->addItem(QStringLiteral("中文"), QStringLiteral("zh_CN"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(fontMetrics().height() / 2);
    form->addRow(tr("Colours"), choices);
    form->addRow(tr("Size of text"), m_size);
    form->addRow(tr("Language"), m_language);
    column()->addLayout(form);
    column()->addStretch(1);
    showAll();
    connect(m_themes, &QButtonGroup::idClicked, this, &AppearancePage::take);
    connect(m_size, &QComboBox::activated, this, &AppearancePage::take);
    connect(m_language, &QComboBox::activated, this, &AppearancePage::take);
}

QString AppearancePage::state() const { return themeWords(appearance::applied()); }

void AppearancePage::restore()
{
    settings::setLook({});
    showAll();
    take();
}

void AppearancePage::take()
{
    const auto theme = Theme(m_themes->checkedId());
    const int percent = m_size->currentData().toInt();
    settings::setLook({themes::key(theme), percent, m_language->currentData().toString()});
    appearance::apply(theme, percent);
    Q_EMIT stateChanged();
}

void AppearancePage::showAll()
{
    const auto look = settings::look();
    m_themes->button(int(themes::fromKey(look.theme)))->setChecked(true);
    int size = m_size->findData(look.textPercent);
    if (size < 0) { // written by hand
        m_size->addItem(tr("%1%").arg(look.textPercent), look.textPercent);
        size = m_size->count() - 1;
    }
    m_size->setCurrentIndex(size);
    m_language->setCurrentIndex(std::max(0, m_language->findData(look.language)));
}

} // namespace nianbao
