// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "manuscript.h"
#include "pagestyle.h"
#include "textflow.h"

#include <functional>

namespace nianbao {

/// A table laid out at one text size: column edges, row heights, and the ink of any run of its rows. Rows are
/// never split. A table of the form has a frame and joined rules and sets its words and figures smaller where
/// they would not fit; a plain one is ruled around each row. Lengths in mm.
class TableFlow {
public:
    /// The table must outlive it.
    TableFlow(const TableBlock &table, const PageStyle &style, const FontSet &fonts, double textSize);

    /// What stands on one page: rows [from, to), after the head rows of from's block when it starts inside
    /// one.
    struct Part {
        int from = 0;
        int to = 0;
        int headFrom = 0; // head rows repeated above: [headFrom, headTo)
        int headTo = 0;
    };

    double textSize() const { return m_size; }
    double height() const { return heightOf(0, rows()); }
    int rows() const { return int(m_heights.size()); }
    double heightOf(const Part &part) const;
    /// As many rows from `from` on as fit the room, never a head without its first row. part.to == from when
    /// not even one fits.
    Part partFor(int from, double room) const;

    /// Where the ink of a cell belongs: the source, and the element of a cell (its index in the table's
    /// cells) that is drawn for the first time.
    struct Owners {
        std::function<int(const Place &)> source{};
        std::function<int(int cell)> element{};
    };
    void draw(Page &page, const Part &part, double x, double y, const Owners &owners) const;

    /// At which size the words of a cell stand, and in which pieces they begin a line of their own whatever
    /// room there is: for those who break lines themselves.
    struct Words {
        double size = 0;
        QStringList pieces{};
    };
    Words wordsOf(const TableCell &cell) const;

private:
    double heightOf(int from, int to) const; // rows [from, to)
    double widthOf(const TableCell &cell) const;
    double leastHeight(int row) const;
    TextStyle textStyle(const TableCell &cell, double width) const;
    QStringList piecesOf(const TableCell &cell, const TextStyle &style) const;
    std::vector<TextLine> linesOf(const TableCell &cell, const TextStyle &style) const;
    double neededHeight(const TableCell &cell) const;
    void drawCell(Page &page, const TableCell &cell, const QRectF &rect, const Owners &owners) const;
    void drawText(Page &page, const TableCell &cell, const QRectF &rect, const InkOwner &owner) const;
    void drawStacked(Page &page, const TableCell &cell, const QRectF &rect, const InkOwner &owner) const;
    void drawRules(Page &page, const std::vector<int> &shown, double x, double y) const;
    void drawPlainRules(Page &page, const std::vector<int> &shown, double x, double y) const;
    int ownerAt(int row, int column) const; // index of the cell that covers the square

    struct Look { // of the two kinds of tables
        double padding = 0; // between a rule and text
        double linePitch = 0; // in a cell, of the text size
        double air = 0; // above and under the text of a cell together
    };
    const TableBlock *m_table;
    const PageStyle *m_style;
    const FontSet *m_fonts;
    double m_size;
    Look m_look;
    std::vector<double> m_edges; // of columns, from the table's left edge
    std::vector<double> m_heights; // of rows
    std::vector<int> m_owner;
};

} // namespace nianbao
