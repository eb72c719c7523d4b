// SPDX-License-Identifier: MulanPSL-2.0
#include "settingsdesk.h"

#include "appearance.h"
#include "dialogs.h"
#include "icons.h"
#include "literal.h"
#include "reportjson.h"
#include "settings.h"
#include "settingsdialog.h"

#include <QAction>
#include <QActionGroup>
#include <QWidget>

namespace nianbao {

namespace {

/// A theme as a line of the menu.
QString themeLine(Theme theme)
{
    switch (theme) {
    case Theme::Light: return SettingsDesk::tr("&Light");
    case Theme::Dark: return SettingsDesk::tr("Dar&k");
    case Theme::HighContrast: return SettingsDesk::tr("&High contrast");
    case Theme::System: break;
    }
    return SettingsDesk::tr("As the s&ystem");
}

} // namespace

SettingsDesk::SettingsDesk(QWidget *window, std::function<const Report *()> open)
    : QObject(window)
    , m_window(window)
    , m_open(std::move(open))
    , m_settings(new QAction(tr("Se&ttings…"), this))
    , m_themes(new QActionGroup(this))
{
    m_settings->setObjectName(QStringLiteral("settings"));
    m_settings->setShortcut(Qt::CTRL | Qt::Key_Comma);
    icons::set(m_settings, QStringLiteral("settings"));
    m_settings->setMenuRole(QAction::PreferencesRole);
    connect(m_settings, &QAction::triggered, this, &SettingsDesk::edit);
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast}) {
        auto *action = new QAction(literal::menuLine(themeLine(theme)), m_themes);
        action->setObjectName(QStringLiteral("theme-") + ::nianbao::themes::key(theme));
        action->setCheckable(true);
        action->setData(int(theme));
        connect(action, &QAction::triggered, this, [theme] {
            auto look = settings::look();
            look.theme = ::nianbao::themes::key(theme);
            settings::setLook(look);
            appearance::apply(theme, look.textPercent);
        });
    }
    showTheme();
}

QList<QAction *> SettingsDesk::themes() const { return m_themes->actions(); }

void SettingsDesk::showTheme()
{
    for (QAction *action : m_themes->actions())
        action->setChecked(Theme(action->data().toInt()) == appearance::applied());
}

void SettingsDesk::edit()
{
    const Report *report = m_open();
    SettingsDialog dialog(report ? charactersOf(*report) : QString(), m_window);
    dialogs::run(dialog);
    showTheme();
    if (dialog.rules())
        Q_EMIT rulesChanged(*dialog.rules());
}

} // namespace nianbao
