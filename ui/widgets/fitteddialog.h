// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "tabstops.h"

#include <QDialog>

class QDialogButtonBox;

namespace nianbao {

class Room;

/// A dialog whose contents scroll where the screen is too small for them, while its buttons stay in sight. It
/// opens as large as its contents need and grows with them as far as the screen allows.
class FittedDialog : public WalkedAsSeen<QDialog> {
    Q_OBJECT
public:
    QSize sizeHint() const override;

protected:
    /// columns: its usual width in heights of a line.
    FittedDialog(QWidget *parent, int columns);
    QWidget *inside() const { return m_inside; } // has no layout yet
    void setButtons(QDialogButtonBox *buttons);
    /// Scrolls to that part of the contents, once they are laid out.
    void bringIntoSight(QWidget *part);
    bool eventFilter(QObject *object, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool grow(); // it did
    void beginAtTop();
    Room *m_room;
    QWidget *m_inside;
    int m_columns;
};

} // namespace nianbao
