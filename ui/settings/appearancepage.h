// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "settingspage.h"

class QButtonGroup;
class QComboBox;

namespace nianbao {

/// Colours, size of text, language.
class AppearancePage final : public SettingsPage {
    Q_OBJECT
public:
    explicit AppearancePage(QWidget *parent);
    QString state() const override;
    void restore() override;

private:
    void take();
    void showAll();
    QButtonGroup *m_themes;
    QComboBox *m_size;
    QComboBox *m_language;
};

} // namespace nianbao
