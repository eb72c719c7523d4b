// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "settingspage.h"

class QLabel;

namespace nianbao {

class EntryLine;

/// Who works here, for whom, and where their files are.
class PersonPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit PersonPage(QWidget *parent);
    QString state() const override;
    void restore() override;

private:
    void showAll();
    void chooseFolder();
    EntryLine *m_name;
    EntryLine *m_office;
    QLabel *m_folder;
};

} // namespace nianbao
