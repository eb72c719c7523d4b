// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStatusBar>

namespace nianbao {

/// The window's last line. A message that does not fit goes on in further lines, so that a refusal can be
/// read whole; it is shown to the letter, and told to a screen reader.
class StatusLine final : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect messageArea() const;
    QString words() const;
    void fit();
};

} // namespace nianbao
