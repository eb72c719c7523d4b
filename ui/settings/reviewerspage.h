// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "settingspage.h"

class QLabel;

namespace nianbao {

/// Who reads new reports before the district gets them.
class ReviewersPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit ReviewersPage(QWidget *parent);
    QString state() const override;
    void restore() override;

private:
    void edit();
    void showAll();
    QLabel *m_chain;
};

} // namespace nianbao
