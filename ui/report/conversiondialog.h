// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "conversion.h"
#include "tabstops.h"

#include <QDialog>

namespace nianbao {

/// Shows what of an old form goes where in the new one, before it is done.
class ConversionDialog final : public WalkedAsSeen<QDialog> {
    Q_OBJECT
public:
    ConversionDialog(const Report &report, const Conversion &conversion, QWidget *parent = nullptr);
};

} // namespace nianbao
