// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "ruleset.h"
#include "settingspage.h"

#include <optional>

class QLabel;

namespace nianbao {

/// The office's own wordings.
class WordsPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit WordsPage(QWidget *parent);
    QString state() const override;
    void restore() override { } // it has nothing of its own: what the office wrote is never thrown away
    const std::optional<RuleSet> &rules() const { return m_rules; } // since they were changed

private:
    void edit();
    void showAll();
    QLabel *m_said;
    std::optional<RuleSet> m_rules{};
};

} // namespace nianbao
