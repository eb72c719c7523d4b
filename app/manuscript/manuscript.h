// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "chartfigures.h"
#include "place.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace nianbao {

/// Who publishes a report, and when.
struct Signature {
    QString name{}; // 署名
    QDate date{}; // 成文日期; invalid: none is stated
    Place place{};
};

/// Stands first. One line is broken at sense where it is too long.
struct TitleBlock {
    QStringList lines{}; // as the office breaks it; else one
    qsizetype nameEnd
        = 0; // of one line: where the name of the body ends and what kind of paper it is begins; 0: untold
    Place place{};
    Signature publisher{}; // for a cover
};

struct HeadingBlock {
    int level = 1; // 1: section, 2: sub-section
    QString text{}; // its number before it: 一、总体情况, （一）概述
    Place place{};
};

/// Words of a text that became another one.
struct ChangedWords {
    enum class Kind { Kept, Deleted, Inserted };
    Kind kind = Kind::Kept;
    QString text{};
};

struct ParagraphBlock { // never without ink
    QString text{}; // live figures stand as their values
    Place place{}; // with its paragraph
    /// Where changes are shown: the words one after the other. The text says the same where nothing can be
    /// struck out or underlined.
    QList<ChangedWords> changes{};
};

struct Summand {
    int sign = 1; // +1 or -1
    Place cell{};
};

/// One rectangle of a table.
struct TableCell {
    enum class Kind { Banner, Corner, ColumnHead, RowHead, Figure, Words, CentredWords };
    Kind kind = Kind::Words;
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    bool stacked = false; // one character under the other
    QString words{}; // of a Figure: its digits; empty: blank
    QString note{}; // of a Figure: stands behind it in brackets
    Place place{}; // of a Figure: its cell
    /// Of a computed Figure that shows their sum, not a total that was declared otherwise. Blank ones count
    /// as nothing.
    QList<Summand> summands{};

    bool isFigure() const { return kind == Kind::Figure; }
    bool isHead() const { return kind < Kind::Figure; }
    QString text() const; // what is read: 5（其中修订2件）
};

/// A run of rows under a head of its own, which is repeated when the run goes on elsewhere.
struct TableRun {
    int firstRow = 0;
    int headRows = 0; // of these, counted from firstRow
    int rows = 0; // head included
};

struct TableBlock {
    /// Form: of the report, as the form states it. Plain: of a paper of the office; nothing in it is merged.
    enum class Kind { Form, Plain };
    /// What shall be written into a row of a Plain table by hand.
    enum class Handwriting { None, Mark, Name, Opinion };

    Kind kind = Kind::Form;
    QString name{}; // 表二; may be empty
    QList<double> widths{}; // of columns, shares of the whole
    int rows = 0;
    int rowHeadColumns = 0;
    QList<TableRun> runs{};
    QList<TableCell> cells{}; // one covers each square of the grid
    Handwriting handwriting = Handwriting::None;
    QStringList notes{}; // under the table, paragraph by paragraph
    Place place{}; // of the section
    Place notesPlace{};
};

/// A picture or chart.
struct IllustrationBlock {
    QString caption{}; // with its number: 图1 …
    QString alternative{}; // in words, for those who do not see it
    std::optional<ChartFigures> chart{}; // nullopt: a picture
    QByteArray picture{}; // PNG or JPEG as it came; empty: it is missing
    QString name{}; // of the picture's file, or what else to call it
    Place place{};
    Place text{}; // the paragraph it stands behind
};

using Block
    = std::variant<TitleBlock, HeadingBlock, ParagraphBlock, TableBlock, IllustrationBlock, Signature>;

/// A number in the margin, beside what somebody said something about, and what was said.
struct MarginMark {
    /// Words of a block, found by those before them there; none: the whole of it.
    struct Passage {
        Place place{}; // of a block, a cell or a table's notes, as it stands there
        QString before{};
        QString words{};
    };
    struct Remark {
        QString text{};
        QString who{};
        QString at{}; // ISO 8601, UTC, or a day alone
    };
    int number = 0;
    QList<Passage> passages{}; // more than one where they go over several paragraphs; none: it has no ink
    QList<Remark> remarks{}; // what was said, then what was answered
};

/// A report or a paper about it as it is read: what is shown, in which order, under which number, each with
/// the place it comes from. No lengths, no fonts: those who set it in pages or write it to a file decide no
/// words.
struct Manuscript {
    struct Part {
        /// Published: the report as GB/T 9704 wants it. Draft: the same to be talked about, never without
        /// mark and line numbers. OfficePaper: for the desk, its pages are counted for themselves.
        enum class Kind { Published, Draft, OfficePaper };
        Kind kind = Kind::Published;
        std::vector<Block> blocks{};
    };
    QString title{}; // of the whole, on one line
    std::vector<Part> parts{};
    QList<MarginMark> marks{}; // of the report in it; they move no line
    QString
        mark{}; // across each page, or above all where there are none: it is not anybody's report; or empty
};

} // namespace nianbao
