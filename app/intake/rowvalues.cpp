// SPDX-License-Identifier: MulanPSL-2.0
#include "rowvalues.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kShortRow{"The row has fewer cells than the table: a figure may stand under a wrong head.",
    "这一行的格子比表格少，数字可能错了列。"};
constexpr Sentence kLongRow{"The row has more cells than the head: a figure may stand under a wrong head.",
    "这一行的格子比表头多，数字可能错了列。"};
constexpr Sentence kUneven{"Cells and heads do not stand under each other.", "这一行的格子与表头没有对齐。"};
constexpr Sentence kOtherGrid{
    "The head stands in another part of the table; the columns were taken by their order.",
    "表头在表格的另一部分，按列的次序认的。"};
constexpr Sentence kSharedCell{"One cell stands for several.", "一个格子占了几格的位置。"};

/// What one row gives, and whether anything about it is odd.
struct RowReading {
    QList<UnderHead> values{};
    Phrase doubt{};
};

class RowReader {
public:
    RowReader(const GridSquares &squares, int row, const QList<Head> &heads)
        : m_squares(squares), m_row(row), m_heads(heads), m_pieces(squares.pieces(row))
    {
        for (int i = 0; i < heads.size(); ++i) {
            if (!heads[i].text.isEmpty())
                m_named.append(i);
        }
    }
    QList<UnderHead> read(int labelEnd, bool isSameGrid);

private:
    std::optional<RowReading> byPlace() const;
    std::optional<RowReading> byCount(const QList<Piece> &pieces, const QList<int> &heads) const;
    RowReading byOverlap(const QList<Piece> &pieces) const;
    RowReading byOrder(int labelEnd) const;
    void doubtTallCells(QList<UnderHead> &values) const;

    static bool overlap(const Piece &piece, const Head &head)
    {
        return piece.from < head.to && piece.to > head.from;
    }
    bool isBlank(const Piece &piece) const { return m_squares.isEmpty(piece.cell); }

    const GridSquares &m_squares;
    int m_row;
    const QList<Head> &m_heads;
    QList<Piece> m_pieces;
    QList<int> m_named{}; // heads with text
};

/// As many cells as heads, each under its own.
std::optional<RowReading> RowReader::byCount(const QList<Piece> &pieces, const QList<int> &heads) const
{
    if (pieces.size() != heads.size())
        return std::nullopt;
    RowReading reading;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (!overlap(pieces[i], m_heads[heads[i]]))
            return std::nullopt;
        reading.values.append({heads[i], pieces[i].cell, false, {}});
    }
    return reading;
}

/// Each cell under the only head that it touches. A cell that touches several is no one's, unless it is
/// empty.
RowReading RowReader::byOverlap(const QList<Piece> &pieces) const
{
    RowReading reading;
    QList<QList<Piece>> under(m_heads.size());
    QList<bool> isTouched(m_heads.size());
    qsizetype next = 0;
    for (const Piece &piece : pieces) {
        while (next < m_named.size() && m_heads[m_named[next]].to <= piece.from)
            ++next;
        QList<int> touched;
        for (qsizetype i = next; i < m_named.size() && m_heads[m_named[i]].from < piece.to; ++i)
            touched.append(m_named[i]);
        for (const int head : std::as_const(touched))
            under[head].append(piece);
        if (touched.size() > 1) {
            for (const int head : std::as_const(touched))
                isTouched[head] = true;
            if (!isBlank(piece))
                reading.doubt = Phrase(kUneven);
        }
    }
    for (const int head : m_named) {
        QList<Piece> filled;
        std::copy_if(under[head].begin(), under[head].end(), std::back_inserter(filled),
            [&](const Piece &piece) { return !isBlank(piece); });
        if (under[head].isEmpty() || filled.size() > 1)
            reading.doubt = Phrase(kUneven);
        const QList<Piece> &candidates = filled.isEmpty() ? under[head] : filled;
        if (candidates.isEmpty())
            reading.values.append({head, -1, false, {}});
        else
            reading.values.append({head, candidates.first().cell,
                filled.size() > 1 || (isTouched[head] && !filled.isEmpty()), {}});
    }
    return reading;
}

/// Where squares mean what they mean in the head; nullopt: the row is shorter or longer.
std::optional<RowReading> RowReader::byPlace() const
{
    const int from = m_heads.first().from;
    const int to = m_heads.last().to;
    QList<Piece> inside;
    std::copy_if(m_pieces.begin(), m_pieces.end(), std::back_inserter(inside),
        [&](const Piece &piece) { return piece.to > from && piece.from < to; });
    const bool isShort = m_squares.missing(m_row, from, to) > 0 || to > m_squares.grid.columns;
    const int beyond = m_squares.cellAt(m_row, to);
    const bool isLong
        = beyond >= 0 && m_squares.isFigure(beyond) && m_squares.grid.cells[beyond].column >= to;
    const bool isLabelInside = !inside.isEmpty() && inside.first().from < from && !isBlank(inside.first());
    if (isShort || isLong || isLabelInside)
        return std::nullopt;
    QList<int> all(m_heads.size());
    std::iota(all.begin(), all.end(), 0);
    if (const auto reading = byCount(inside, all))
        return reading;
    if (const auto reading = byCount(inside, m_named))
        return reading;
    return byOverlap(inside);
}

/// From the label on, one after the other; what is left over is blank.
RowReading RowReader::byOrder(int labelEnd) const
{
    RowReading reading;
    QList<Piece> pieces;
    std::copy_if(m_pieces.begin(), m_pieces.end(), std::back_inserter(pieces),
        [&](const Piece &piece) { return piece.from >= labelEnd; });
    const auto isInTheWay = [&] { return pieces.size() > m_named.size() && isBlank(pieces.first()); };
    while (isInTheWay())
        pieces.removeFirst();
    reading.doubt = pieces.size() < m_named.size() ? Phrase(kShortRow)
        : pieces.size() > m_named.size()           ? Phrase(kLongRow)
                                                   : Phrase(kOtherGrid);
    for (qsizetype i = 0; i < m_named.size(); ++i)
        reading.values.append({m_named[i], i < pieces.size() ? pieces[i].cell : -1, false, {}});
    return reading;
}

/// A cell that stands for rows below or above is one row's at most.
void RowReader::doubtTallCells(QList<UnderHead> &values) const
{
    for (UnderHead &value : values) {
        if (value.cell < 0 || m_squares.grid.cells[value.cell].rowSpan == 1 || m_squares.isEmpty(value.cell))
            continue;
        value.isShared = m_squares.grid.cells[value.cell].row != m_row;
        value.doubt = Phrase(kSharedCell);
    }
}

QList<UnderHead> RowReader::read(int labelEnd, bool isSameGrid)
{
    if (m_named.isEmpty())
        return {};
    const auto placed = isSameGrid ? byPlace() : std::nullopt;
    RowReading reading = placed ? *placed : byOrder(labelEnd);
    if (isSameGrid && !placed) {
        const bool isShort = m_squares.missing(m_row, m_heads.first().from, m_heads.last().to) > 0
            || m_heads.last().to > m_squares.grid.columns;
        reading.doubt = isShort ? Phrase(kShortRow) : Phrase(kLongRow);
    }
    doubtTallCells(reading.values);
    for (UnderHead &value : reading.values) {
        if (value.doubt.isEmpty())
            value.doubt = reading.doubt;
    }
    return reading.values;
}

} // namespace

QList<UnderHead> valuesUnder(
    const GridSquares &squares, int row, const QList<Head> &heads, int labelEnd, bool isSameGrid)
{
    return RowReader(squares, row, heads).read(labelEnd, isSameGrid);
}

} // namespace nianbao
