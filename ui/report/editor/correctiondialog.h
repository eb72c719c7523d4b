// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"

class QPlainTextEdit;

namespace nianbao {

class Session;

/// The 更正说明 that is printed at the end of section six, in other words. Accepting it writes them.
class CorrectionDialog final : public FittedDialog {
    Q_OBJECT
public:
    explicit CorrectionDialog(Session &session, QWidget *parent = nullptr);
    void accept() override;

private:
    Session &m_session;
    QPlainTextEdit *m_words;
};

} // namespace nianbao
