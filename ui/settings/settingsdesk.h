// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "ruleset.h"

#include <QObject>

#include <functional>

class QAction;
class QActionGroup;
class QWidget;

namespace nianbao {

class Report;

/// The settings as actions of a window.
class SettingsDesk final : public QObject {
    Q_OBJECT
public:
    /// open: the report that is open, or nullptr.
    SettingsDesk(QWidget *window, std::function<const Report *()> open);
    QAction *settings() const { return m_settings; }
    QList<QAction *> themes() const; // one of them is in force
    /// Checks that one: any window may have chosen it. Whoever shows them asks for it.
    void showTheme();

Q_SIGNALS:
    void rulesChanged(const nianbao::RuleSet &rules);

private:
    void edit();
    QWidget *m_window;
    std::function<const Report *()> m_open;
    QAction *m_settings;
    QActionGroup *m_themes;
};

} // namespace nianbao
