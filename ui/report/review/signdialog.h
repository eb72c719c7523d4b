// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "movedialog.h"

class QFormLayout;
class QLineEdit;
class QRadioButton;

namespace nianbao {

class DateField;

/// 签发: what is sealed, in words, with its digest; with a key and its passphrase, or on paper. A wrong
/// passphrase is said and changes nothing.
class SignDialog final : public MoveDialog {
    Q_OBJECT
public:
    SignDialog(Session &session, QString &draft, QWidget *parent);

protected:
    QString lacking() const override;
    void done(int result) override;
    bool complete(ReviewMove &move) override;

private:
    QWidget *makeSealed();
    QWidget *makeKey();
    QWidget *makePaper();
    void showKey();
    QRadioButton *m_byKey;
    QRadioButton *m_onPaper;
    QFormLayout *m_keyForm = nullptr;
    QLabel *m_fingerprint;
    QLineEdit *m_passphrase;
    QPushButton *m_keys;
    DateField *m_date;
    QLineEdit *m_signedBy;
};

} // namespace nianbao
