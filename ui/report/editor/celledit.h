// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "entryline.h"

namespace nianbao {

/// The editor of a figure in its cell. Shows whole digits however low or narrow the cell is: where it must,
/// it reaches over the cell's edges, never out of the area the table shows figures in.
class CellEdit final : public OwnUndoLine {
    Q_OBJECT
public:
    explicit CellEdit(QWidget *parent);
    void setPlace(const QRect &cell, const QRect &area); // both in the parent

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    QRect m_cell;
    QRect m_area;
};

} // namespace nianbao
