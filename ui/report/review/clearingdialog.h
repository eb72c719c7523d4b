// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "historyrow.h"

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace nianbao {

class OwnUndoLine;

/// 从历史中清除: what is to go, and in words what that means, before it is done. Does nothing itself.
class ClearingDialog final : public FittedDialog {
    Q_OBJECT
public:
    /// row: the chosen one, told by rowWords; 0: there is none whose content could go.
    ClearingDialog(qint64 row, const QString &rowWords, QWidget *parent = nullptr);
    Clearing clearing() const; // of nothing: there is nothing to clear yet

private:
    void showState();
    qint64 m_row;
    QRadioButton *m_ofRow;
    QRadioButton *m_ofSentence;
    OwnUndoLine *m_sentence;
    QPushButton *m_clear;
};

} // namespace nianbao
