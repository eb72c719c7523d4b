// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"

#include <QStringList>

namespace nianbao {

/// A figure or a mark for none, as cells have them: 5, -8, 1,234件, 5（其中修订2件）, /.
bool isFigureCell(const QString &text);

/// A table of which only the cells of each row are known, from left to right: what was merged over columns is
/// one cell, so rows have different lengths. Figures stand at the right, the label before them takes what is
/// missing; heads are widened to what is below them.
struct RaggedRows {
    QList<QStringList> rows{};

    /// How many rows on top are heads of which cannot be told over which columns they stand.
    qsizetype untold() const;
    /// The rows below those; a guess.
    ForeignGrid grid() const;

private:
    QList<QList<int>> spans() const;
};

} // namespace nianbao
