// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "besidewindow.h"

#include <QDialog>

class QProgressBar;

namespace nianbao {

/// Says what is being waited for and how far it is, as long as it takes; it can be called off where that does
/// no harm.
class WaitDialog final : public QDialog {
    Q_OBJECT
public:
    WaitDialog(const WaitWords &words, const WorkProgress &progress, QWidget *parent);
    void reject() override;

private:
    void showProgress();
    WorkProgress m_progress;
    bool m_mayBeCalledOff;
    QProgressBar *m_bar;
};

} // namespace nianbao
