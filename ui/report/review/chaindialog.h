// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "fitteddialog.h"
#include "review.h"

class QTableWidget;

namespace nianbao {

/// Who reads the report before the district gets it, one after another; the last one approves.
class ChainDialog final : public FittedDialog {
    Q_OBJECT
public:
    ChainDialog(const QList<ChainStep> &steps, QWidget *parent);
    QList<ChainStep> steps() const; // lines without a word are left out

private:
    void insert(const ChainStep &step, int row);
    QTableWidget *m_table;
};

} // namespace nianbao
