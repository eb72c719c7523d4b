// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "letter.h"

class QLineEdit;
class QTextEdit;

namespace nianbao {

/// How names of files, subject and text of a hand-over are worded, with fields for what differs from report
/// to report.
class TemplatesDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit TemplatesDialog(const Letter &templates, QWidget *parent = nullptr);
    Letter templates() const;

private:
    void showTemplates(const Letter &templates);
    QLineEdit *m_fileName;
    QLineEdit *m_checksName;
    QLineEdit *m_subject;
    QTextEdit *m_text;
};

} // namespace nianbao
