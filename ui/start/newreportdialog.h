// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "report.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace nianbao {

/// Asks for what a new report needs: whose, of which year, in which form, where. With last year's report the
/// office's facts, the headings and the names of channels and categories are taken over, never figures or
/// texts.
class NewReportDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit NewReportDialog(const Report *prior, QWidget *parent = nullptr);
    Report report() const;
    QString path() const;

private:
    void showForm();
    void tellForm();
    void proposePath();
    void validate();
    void choosePath();
    PriorPointer m_prior;
    QLineEdit *m_name;
    QSpinBox *m_year;
    QComboBox *m_form;
    QLabel *m_about;
    QLineEdit *m_path;
    QLabel *m_hint;
    QPushButton *m_create = nullptr;
    bool m_pathChosen = false;
};

} // namespace nianbao
