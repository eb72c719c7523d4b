// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "phrase.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace nianbao {

/// A paragraph of another program's document. Its text is as it is read there: blanks at both ends off,
/// nothing folded, never empty.
struct ForeignParagraph {
    QString text{}; // without its automatic number
    QString number{}; // that the program counts itself, as it is printed: （二）; empty: none
    int headingLevel = 0; // 1…9 by its style, outline or tag; 0: none told
    bool isTitle = false; // the style or tag of a title
    bool isTabbed = false; // of plain text: the line begins with a tab, as cells do that became lines
};

/// A cell where it begins; it covers rowSpan × columnSpan squares.
struct ForeignCell {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    QString text{}; // lines parted by \n; may be empty
    bool isHead = false; // said by the document: th, a repeated head row
};

/// A table. No two cells cover the same square, none reaches beyond the grid; a square may be covered by
/// none.
struct ForeignGrid {
    /// How rows and columns are known.
    enum class Origin {
        Stated, // the document has a table there
        Ruled, // by the lines drawn on a page
        Guessed // by where words stand: no value of it is more than a guess
    };
    Origin origin = Origin::Stated;
    int rows = 0;
    int columns = 0;
    QList<ForeignCell> cells{}; // row by row, from left to right
    QString caption{};
    bool continuesLast
        = false; // the document was cut there (a page's end): columns are those of the grid before

    /// The cell that covers a square, by its index in cells; -1: none does.
    int cellAt(int row, int column) const;
    /// Squares of a row that no cell covers: a row with such ones is shorter than its table.
    int missingIn(int row) const;
};

struct ForeignPicture {
    QByteArray bytes{}; // PNG or JPEG
    QString name{};
    QString alternative{}; // its words for those who do not see it; may be empty
};

using ForeignBlock = std::variant<ForeignParagraph, ForeignGrid, ForeignPicture>;

/// What a reader makes of a document, in the order in which it is read. Layout (tables within tables,
/// navigation, headers and footers of pages) is gone, no word of the text is.
struct ForeignDocument {
    QString kind{}; // docx, html, txt, xlsx, csv, pdf
    QString title{}; // of its properties; may be empty
    QList<ForeignBlock> blocks{};
    QList<Phrase> notices{}; // what could not be read and what was decided on the way
};

/// Puts cells with spans into a grid as HTML and Word mean it: each goes to the next free square of its row.
/// Spans are cut where they would leave the bounds or cover a square twice.
class GridBuilder {
public:
    static constexpr int kMostRows = 5'000;
    static constexpr int kMostColumns = 200;

    void beginRow(int skippedColumns = 0);
    /// A span of 0 or less is 1. What is beyond the bounds is left out; isCut says so.
    void addCell(ForeignCell cell);
    bool isCut() const { return m_isCut; }
    /// Spans end with the table; no cell was added: no rows.
    ForeignGrid grid(ForeignGrid::Origin origin = ForeignGrid::Origin::Stated);

private:
    ForeignGrid m_grid{};
    QList<int> m_reach{}; // of each column: the first row that is free again
    int m_row = -1;
    int m_column = 0;
    bool m_isCut = false;
};

} // namespace nianbao
