// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDateEdit>

namespace nianbao {

/// A day that is typed, as 2026-01-20, or chosen in the calendar of the program: Alt+Down or the arrow opens
/// it.
class DateField final : public QDateEdit {
    Q_OBJECT
public:
    explicit DateField(QDate day, QWidget *parent = nullptr);
    QString words() const; // as it is shown and kept

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace nianbao
