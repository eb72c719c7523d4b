// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "settingspage.h"

class QCheckBox;
class QLabel;
class QSpinBox;

namespace nianbao {

/// Whether, where and how many copies are kept.
class BackupPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit BackupPage(QWidget *parent);
    QString state() const override;
    void restore() override;

private:
    void take();
    void showAll();
    void chooseFolder();
    QCheckBox *m_areMade;
    QSpinBox *m_kept;
    QLabel *m_folder;
};

} // namespace nianbao
