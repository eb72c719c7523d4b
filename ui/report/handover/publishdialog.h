// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nianbao {

class Session;

/// When and where the report was published, and whether that was in time: the move `publish`. Accepted: it
/// was made.
class PublishDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit PublishDialog(Session &session, QWidget *parent = nullptr);

private:
    void validate();
    void publish();
    Session &m_session;
    QDateEdit *m_date;
    QLineEdit *m_address;
    QLineEdit *m_who;
    QLabel *m_inTime;
    QLabel *m_hint;
    QPushButton *m_publish;
};

} // namespace nianbao
