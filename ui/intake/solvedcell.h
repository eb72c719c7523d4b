// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "report.h"

namespace nianbao {

/// What a cell must hold for the sums of the form to be right.
struct SolvedCell {
    Amount value{};
    QStringList from{}; // "3 − 1", an equation each
};
/// From the other cells and those totals that are stated; one that was only added up says nothing about its
/// summands. nullopt: no equation has all but this cell, two
/// disagree, or the cell could not hold it.
std::optional<SolvedCell> solvedCell(const Report &report, const CellId &cell, const QSet<CellId> &stated);

} // namespace nianbao
