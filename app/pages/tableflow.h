// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "pagestyle.h"
#include "report.h"
#include "textflow.h"

#include <functional>

namespace nianbao {

/// A statutory table laid out at one text size: column edges, row heights, and the ink of any run of its
/// rows. Rows are never split. Lengths in mm.
class TableFlow {
public:
    TableFlow(const Report &report, const TableSpec &table, const PageStyle &style, const FontSet &fonts,
        double textSize);

    /// What stands on one page: rows [from, to), after the head rows of from's block when it starts inside
    /// one.
    struct Part {
        int from = 0;
        int to = 0;
        int headFrom = 0; // head rows repeated above: [headFrom, headTo)
        int headTo = 0;
    };

    double height() const { return heightOf(0, rows()); }
    int rows() const { return int(m_heights.size()); }
    double heightOf(const Part &part) const;
    /// As many rows from `from` on as fit the room, never a head without its first row. part.to == from when
    /// not even one fits.
    Part partFor(int from, double room) const;

    /// Where the ink of a cell belongs: the source, and the element of a grid cell (its index in the table's
    /// grid) that is drawn for the first time.
    struct Owners {
        std::function<int(const Source &)> source{};
        std::function<int(int cell)> element{};
    };
    void draw(Page &page, const Part &part, double x, double y, const Owners &owners) const;

private:
    double heightOf(int from, int to) const; // rows [from, to)
    double widthOf(const GridCell &cell) const;
    QString textOf(const GridCell &cell) const;
    TextStyle textStyle(const GridCell &cell, double width) const;
    std::vector<TextLine> linesOf(const GridCell &cell, const TextStyle &style) const;
    double neededHeight(const GridCell &cell) const;
    void drawCell(Page &page, const GridCell &cell, const QRectF &rect, const Owners &owners) const;
    void drawText(Page &page, const GridCell &cell, const QRectF &rect, const InkOwner &owner) const;
    void drawStacked(Page &page, const GridCell &cell, const QRectF &rect, const InkOwner &owner) const;
    void drawRules(Page &page, const std::vector<int> &shown, double x, double y) const;
    int ownerAt(int row, int column) const; // index into the grid of the cell that covers the square

    const Report *m_report;
    const TableSpec *m_table;
    const PageStyle *m_style;
    const FontSet *m_fonts;
    double m_size;
    std::vector<double> m_edges; // of columns, from the table's left edge
    std::vector<double> m_heights; // of rows
    std::vector<int> m_owner;
};

} // namespace nianbao
