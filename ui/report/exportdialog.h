// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"
#include "fitteddialog.h"
#include "pagesetup.h"
#include "papers.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace nianbao {

/// Which paper, and how it shall be made. Defaults are what is published as a rule.
class ExportDialog final : public FittedDialog {
    Q_OBJECT
public:
    ExportDialog(
        const PageChoices &choices, Paper paper, const Findings &findings, QWidget *parent = nullptr);
    Paper paper() const;
    PageChoices choices() const;

private:
    void showPaper();
    QComboBox *m_paper;
    QLabel *m_about;
    QCheckBox *m_draftMark;
    QCheckBox *m_fill;
    QCheckBox *m_signature;
    QCheckBox *m_seal;
    QCheckBox *m_cover;
    QCheckBox *m_archival;
    QLineEdit *m_author;
};

} // namespace nianbao
