// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "spec.h"

#include <QMap>
#include <QRandomGenerator>

namespace nianbao::test {

using Figures = QMap<CellId, QString>; // as they stand in the cells; those that are missing are blank

/// Figures of every cell of a form with all sums and balances right. Some are 0.
Figures drawnFigures(const ReportSpec &form, QRandomGenerator &random);

/// A table as the form lays it out, with merged cells.
ForeignGrid statutoryGrid(const TableSpec &table, const Figures &figures);
/// The same without merged cells: each stands in its first square, the others are empty.
ForeignGrid flattened(const ForeignGrid &grid);
/// Cells one after the other, in as many lines.
QList<ForeignBlock> asLines(const ForeignGrid &grid);
/// A document of all tables of the form.
ForeignDocument statutoryDocument(const ReportSpec &form, const Figures &figures, bool isFlat = false);

} // namespace nianbao::test
