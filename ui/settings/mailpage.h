// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "settingspage.h"

class QCheckBox;

namespace nianbao {

class EntryLine;

/// To whom and how reports are handed over.
class MailPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit MailPage(QWidget *parent);
    void restore() override;

private:
    void take();
    void showAll();
    void editTemplates();
    EntryLine *m_office;
    EntryLine *m_to;
    EntryLine *m_cc;
    QCheckBox *m_asMail;
    QCheckBox *m_ascii;
};

} // namespace nianbao
