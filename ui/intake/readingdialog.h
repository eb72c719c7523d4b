// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDialog>

namespace nianbao {

/// Says that a document is being read, as long as it takes; it can be called off.
class ReadingDialog final : public QDialog {
    Q_OBJECT
public:
    ReadingDialog(const QString &file, QWidget *parent);
};

} // namespace nianbao
