// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace nianbao {

class DateField;
class Session;

/// When and where the report was published, and whether that was in time: the move `publish`. Accepted: it
/// was made.
class PublishDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit PublishDialog(Session &session, QWidget *parent = nullptr);
    /// Shows the address there, and leaves the one there that stands in the dialog when it is called off.
    void keepIn(QString &address);
    void done(int result) override;

private:
    void validate();
    void publish();
    Session &m_session;
    DateField *m_date;
    DateField *m_due; // the law's day, or the earlier one of the district or the city
    QLineEdit *m_address;
    QLineEdit *m_who;
    QLabel *m_inTime;
    QLabel *m_hint;
    QPushButton *m_publish;
    QString *m_draft = nullptr;
};

} // namespace nianbao
