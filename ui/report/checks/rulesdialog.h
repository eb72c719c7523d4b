// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QDialog>

namespace nianbao {

/// Help: all rules with level, text and example, from the same catalogue as `nianbao-cli rules`.
class RulesDialog final : public QDialog {
    Q_OBJECT
public:
    explicit RulesDialog(QWidget *parent = nullptr);
};

} // namespace nianbao
