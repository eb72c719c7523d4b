// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "tabstops.h"

#include <QDialog>

namespace nianbao {

class RuleSet;

/// Help: all rules with level, text and examples, from the same catalogue as `nianbao-cli rules`.
class RulesDialog final : public WalkedAsSeen<QDialog> {
    Q_OBJECT
public:
    explicit RulesDialog(const RuleSet &rules, QWidget *parent = nullptr);
};

} // namespace nianbao
