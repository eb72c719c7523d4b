// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "figurerows.h"

namespace nianbao {

/// The last row that had no clear label. Where a page ended there, its label and its figures stand partly
/// above, partly in the first row of the next grid; then both together are one row.
class CutRow {
public:
    void forget() { *this = {}; }
    /// firstReading: how many cells were read before it. isOpen: its other part may come. values: those of
    /// its figures that count.
    void remember(const FigureRow &row, qsizetype firstReading, bool isOpen, const QList<UnderHead> &values);
    void wasLeftOut(const Phrase &note) { m_note = note; } // and that was said so
    /// The id of the row that both make, read in the place of the part above; empty: they make none.
    QString joined(const FigureRow &below, const RowContext &context, Readings &out);

private:
    struct Figure {
        QString text{};
        int cell = -1;
    };
    QString m_label{};
    qsizetype m_firstReading = 0;
    QMap<int, Figure> m_figures{}; // by their heads
    int m_block = -1;
    bool m_isOpen = false;
    Phrase m_note{};
};

} // namespace nianbao
