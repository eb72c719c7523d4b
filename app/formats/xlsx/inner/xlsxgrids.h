// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "documentblocks.h"
#include "xlsxsource.h"

namespace nianbao {

/// Makes blocks of a sheet's cells. A wholly empty row parts two tables; what stands beside the area that is
/// printed, an empty column between, is one of its own, behind those of the area. Lines of one cell each
/// without a frame are paragraphs. A comment stands in brackets behind what it is about.
class XlsxGrids {
public:
    static constexpr qsizetype kMostSquares = 400'000; // of all tables of a file, empty ones too

    QList<ForeignBlock> blocksOf(const XlsxSheet &sheet);
    bool isCut() const { return m_isCut; } // a table was left out for its size

private:
    struct Piece { // of a sheet, counted from 0, the last one included
        int firstRow = 0;
        int lastRow = 0;
        int firstColumn = 0;
        int lastColumn = 0;
    };
    void takeMerges(const XlsxSheet &sheet);
    QList<Piece> strips(const XlsxSheet &sheet) const;
    QList<Piece> pieces(const XlsxSheet &sheet, const Piece &strip) const;
    bool isOneColumnOfLines(const XlsxSheet &sheet, const Piece &piece) const;
    ForeignGrid grid(const XlsxSheet &sheet, const Piece &piece) const;

    QMap<XlsxSheet::Key, XlsxRange>
        m_merges{}; // of the sheet, by their first square, those that say something
    qsizetype m_squares = 0;
    bool m_isCut = false;
};

} // namespace nianbao
