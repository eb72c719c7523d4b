// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "checks.h"
#include "exportreport.h"
#include "fitteddialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace nianbao {

/// Which paper, in which format, and how it shall be made. Defaults are what is published as a rule.
class ExportDialog final : public FittedDialog {
    Q_OBJECT
public:
    ExportDialog(
        const PageChoices &choices, Paper paper, const Findings &findings, QWidget *parent = nullptr);
    Paper paper() const;
    ExportKind kind() const;
    PageChoices choices() const;

private:
    void showPaper();
    void addKinds();
    QString kindWords() const;
    QComboBox *m_paper;
    QLabel *m_about;
    QComboBox *m_kind;
    QLabel *m_aboutKind;
    QCheckBox *m_draftMark;
    QCheckBox *m_fill;
    QCheckBox *m_signature;
    QCheckBox *m_seal;
    QCheckBox *m_cover;
    QCheckBox *m_archival;
    QLineEdit *m_author;
};

} // namespace nianbao
