// SPDX-License-Identifier: MulanPSL-2.0
#include "ruledgrids.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace nianbao {

namespace {

constexpr double kSame = 3.2; // points; lines so near are one: double ones, and cells with a gap between
constexpr double kCovered = 0.6; // share of a square's side that a line must cover
constexpr double kSameEdge = 5; // points; of a table on two pages
constexpr qsizetype kMostRows = 1'000; // of a page
constexpr qsizetype kMostWide = 100; // columns
constexpr qsizetype kMostSquares = 5'000;
constexpr qsizetype kMostWords = 5'000; // of a page with tables

/// Positions that are near each other as one, in order.
QList<double> clustered(QList<double> positions)
{
    std::sort(positions.begin(), positions.end());
    QList<double> edges;
    double first = 0, last = 0;
    for (const double position : positions) {
        if (edges.isEmpty() || position - last > kSame) {
            edges.append(position);
            first = position;
        }
        last = position;
        edges.last() = (first + last) / 2;
    }
    return edges;
}

qsizetype nearest(const QList<double> &edges, double position)
{
    const auto behind = std::lower_bound(edges.cbegin(), edges.cend(), position);
    const auto at = behind - edges.cbegin();
    if (at == edges.size() || (at > 0 && position - edges.at(at - 1) < *behind - position))
        return at - 1;
    return at;
}

/// Which lines belong together: those that touch.
QList<QList<Ruling>> groupsOf(const QList<Ruling> &rulings)
{
    std::vector<qsizetype> parent(size_t(rulings.size()));
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&](qsizetype i) {
        while (parent[size_t(i)] != i)
            i = parent[size_t(i)] = parent[size_t(parent[size_t(i)])];
        return i;
    };
    const auto within = [](double position, const Ruling &ruling) {
        return position > ruling.from - kSame && position < ruling.to + kSame;
    };
    for (qsizetype i = 0; i < rulings.size(); ++i) {
        for (qsizetype k = 0; k < i; ++k) {
            const Ruling &a = rulings.at(i), &b = rulings.at(k);
            const bool isCross = a.isHorizontal != b.isHorizontal && within(a.at, b) && within(b.at, a);
            const bool isNext = a.isHorizontal == b.isHorizontal && std::abs(a.at - b.at) <= kSame
                && a.from < b.to + kSame && b.from < a.to + kSame;
            if (isCross || isNext)
                parent[size_t(root(i))] = root(k);
        }
    }
    QHash<qsizetype, qsizetype> places;
    QList<QList<Ruling>> groups;
    for (qsizetype i = 0; i < rulings.size(); ++i) {
        const qsizetype of = root(i);
        if (!places.contains(of)) {
            places.insert(of, groups.size());
            groups.append(QList<Ruling>());
        }
        groups[places.value(of)].append(rulings.at(i));
    }
    return groups;
}

/// Squares between edges and which of their sides are drawn, and the cells that are left when the others are
/// not.
class Squares {
public:
    explicit Squares(const QList<Ruling> &rulings)
    {
        QList<double> xs, ys;
        for (const Ruling &ruling : rulings) {
            (ruling.isHorizontal ? ys : xs).append(ruling.at);
            QList<double> &ends = ruling.isHorizontal ? m_xEnds : m_yEnds;
            ends << ruling.from << ruling.to;
        }
        m_xs = withOuter(clustered(xs), m_xEnds);
        m_ys = withOuter(clustered(ys), m_yEnds);
        m_isTable = m_xs.size() > 1 && m_ys.size() > 1;
        m_isTooLarge = m_isTable
            && (m_xs.size() > kMostWide || m_ys.size() > kMostRows
                || m_xs.size() * m_ys.size() > kMostSquares);
        m_isTable = m_isTable && !m_isTooLarge;
        if (m_isTable)
            cover(rulings);
    }
    bool isTooLarge() const { return m_isTooLarge; }

    std::optional<PageGrid> grid()
    {
        if (!m_isTable)
            return std::nullopt;
        PageGrid page{m_xs, m_ys, {}};
        page.grid.origin = ForeignGrid::Origin::Ruled;
        page.grid.rows = int(rows());
        page.grid.columns = int(columns());
        QList<bool> taken(rows() * columns(), false);
        for (qsizetype row = 0; row < rows(); ++row) {
            for (qsizetype column = 0; column < columns(); ++column) {
                if (taken.at(row * columns() + column))
                    continue;
                qsizetype right = column + 1;
                while (right < columns() && !m_right.at(row * columns() + right - 1)
                    && !taken.at(row * columns() + right))
                    ++right;
                qsizetype bottom = row + 1;
                while (bottom < rows() && isOpenBelow(bottom - 1, column, right, taken))
                    ++bottom;
                for (qsizetype y = row; y < bottom; ++y)
                    std::fill_n(taken.begin() + y * columns() + column, right - column, true);
                page.grid.cells.append(
                    {int(row), int(column), int(bottom - row), int(right - column), {}, false});
            }
        }
        return page;
    }

private:
    qsizetype rows() const { return m_ys.size() - 1; }
    qsizetype columns() const { return m_xs.size() - 1; }

    /// A table may be open at its sides: then its lines end where it ends.
    static QList<double> withOuter(QList<double> edges, const QList<double> &ends)
    {
        constexpr double kOpen = 8; // points
        if (ends.isEmpty())
            return edges;
        const auto [least, most] = std::minmax_element(ends.cbegin(), ends.cend());
        if (edges.isEmpty() || *least < edges.first() - kOpen)
            edges.prepend(*least);
        if (*most > edges.last() + kOpen)
            edges.append(*most);
        return edges;
    }

    void cover(const QList<Ruling> &rulings)
    {
        QList<double> right(rows() * columns(), 0), below(rows() * columns(), 0);
        for (const Ruling &ruling : rulings) {
            const QList<double> &across = ruling.isHorizontal ? m_ys : m_xs,
                                &along = ruling.isHorizontal ? m_xs : m_ys;
            const qsizetype edge = nearest(across, ruling.at) - 1; // it is the far side of that row or column
            if (edge < 0 || edge + 1 >= across.size())
                continue;
            for (qsizetype i = 0; i + 1 < along.size(); ++i) {
                const double start = along.at(i), end = along.at(i + 1);
                const double covered = std::min(ruling.to, end) - std::max(ruling.from, start);
                if (covered <= 0)
                    continue;
                const qsizetype square = ruling.isHorizontal ? edge * columns() + i : i * columns() + edge;
                (ruling.isHorizontal ? below : right)[square] += covered / (end - start);
            }
        }
        for (qsizetype i = 0; i < right.size(); ++i) {
            m_right.append(right.at(i) >= kCovered);
            m_below.append(below.at(i) >= kCovered);
        }
    }

    /// Whether the row under these squares goes on with the cell: no line above it, none within it.
    bool isOpenBelow(qsizetype row, qsizetype from, qsizetype to, const QList<bool> &taken) const
    {
        for (qsizetype column = from; column < to; ++column) {
            const qsizetype square = row * columns() + column, next = square + columns();
            if (m_below.at(square) || taken.at(next) || (column + 1 < to && m_right.at(next)))
                return false;
        }
        return true;
    }

    QList<double> m_xs{}, m_ys{};
    QList<double> m_xEnds{}, m_yEnds{};
    bool m_isTable = false;
    bool m_isTooLarge = false;
    QList<bool> m_right{}, m_below{}; // of each square: that side is drawn
};

/// Without edges at which no cell begins: of lines that were too short to part anything.
void dropIdleEdges(PageGrid &page)
{
    const auto idle = [&](bool isColumn) {
        QList<int> kept;
        const auto count = int(isColumn ? page.xs.size() : page.ys.size()) - 1;
        for (int i = 0; i < count; ++i) {
            const bool isUsed = std::any_of(page.grid.cells.cbegin(), page.grid.cells.cend(),
                [&](const ForeignCell &cell) { return (isColumn ? cell.column : cell.row) == i; });
            if (isUsed)
                kept.append(i);
        }
        QList<double> &edges = isColumn ? page.xs : page.ys;
        QList<double> fewer;
        for (const int i : kept)
            fewer.append(edges.at(i));
        fewer.append(edges.last());
        edges = fewer;
        const auto place
            = [&](int old) { return int(std::lower_bound(kept.cbegin(), kept.cend(), old) - kept.cbegin()); };
        for (ForeignCell &cell : page.grid.cells) {
            int &start = isColumn ? cell.column : cell.row, &span = isColumn ? cell.columnSpan : cell.rowSpan;
            const int end = place(start + span);
            start = place(start);
            span = end - start;
        }
        (isColumn ? page.grid.columns : page.grid.rows) = int(kept.size());
    };
    idle(true);
    idle(false);
}

/// The part of a word left of a place, by the width of its characters: hanzi are twice as wide as the others.
PageWord cutWord(PageWord &word, double x)
{
    const auto widthOf = [](QChar c) { return c.unicode() < 0x2E80 ? 1.0 : 2.0; };
    const double whole = std::accumulate(
        word.text.cbegin(), word.text.cend(), 0.0, [&](double sum, QChar c) { return sum + widthOf(c); });
    const double wanted = (x - word.left) / std::max(0.1, word.right - word.left) * whole;
    double width = 0;
    qsizetype at = 0;
    while (at < word.text.size() && width + widthOf(word.text.at(at)) / 2 < wanted)
        width += widthOf(word.text.at(at++));
    PageWord left = word;
    left.text = word.text.left(at).trimmed();
    left.right = x;
    word.text = word.text.mid(at).trimmed();
    word.left = x;
    return left;
}

class CellWords {
public:
    explicit CellWords(PageGrid &page) : m_page(page), m_words(page.grid.cells.size()) { }

    bool holds(const PageWord &word) const
    {
        return word.centreX() > m_page.xs.first() && word.centreX() < m_page.xs.last()
            && word.centreY() > m_page.ys.first() && word.centreY() < m_page.ys.last();
    }

    void add(PageWord word)
    {
        constexpr double kOver = 0.7; // em on both sides of an edge: two words that touch
        const auto row = squareOf(m_page.ys, word.centreY());
        for (qsizetype i = 1; i + 1 < m_page.xs.size(); ++i) {
            const double x = m_page.xs.at(i), over = kOver * word.height() / 2;
            if (x < word.left + over || x > word.right - over)
                continue;
            if (m_page.grid.cellAt(int(row), int(i - 1)) == m_page.grid.cellAt(int(row), int(i)))
                continue;
            const PageWord left = cutWord(word, x);
            if (!left.text.isEmpty())
                put(left, row);
        }
        if (!word.text.isEmpty())
            put(word, row);
    }

    void finish()
    {
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            QString text;
            const QList<QList<PageWord>> lines = linesOfWords(m_words.at(i));
            for (const QList<PageWord> &line : lines) {
                const QString next = textOfLine(line);
                const bool isFigures = !text.isEmpty() && text.back().isDigit() && next.front().isDigit();
                text += (isFigures ? QStringLiteral("\n") : joinOfLines(text, next)) + next;
            }
            m_page.grid.cells[i].text = text;
        }
    }

private:
    static qsizetype squareOf(const QList<double> &edges, double position)
    {
        const auto at = std::upper_bound(edges.cbegin(), edges.cend(), position) - edges.cbegin() - 1;
        return std::clamp<qsizetype>(at, 0, edges.size() - 2);
    }

    void put(const PageWord &word, qsizetype row)
    {
        const int cell = m_page.grid.cellAt(int(row), int(squareOf(m_page.xs, word.centreX())));
        if (cell >= 0)
            m_words[cell].append(word);
    }

    PageGrid &m_page;
    QList<QList<PageWord>> m_words;
};

} // namespace

std::optional<QList<PageGrid>> gridsOfPage(const QList<Ruling> &rulings, QList<PageWord> &words)
{
    QList<PageGrid> grids;
    if (words.size() > kMostWords)
        return std::nullopt;
    for (const QList<Ruling> &group : groupsOf(rulings)) {
        if (group.size() < 3)
            continue; // a line under a head, a frame's corner
        Squares squares(group);
        if (squares.isTooLarge())
            return std::nullopt;
        auto page = squares.grid();
        if (!page)
            continue;
        dropIdleEdges(*page);
        const auto isAbove = [&](const PageWord &word) { return word.bottom < page->ys.first() + kSame; };
        const bool isOnTop = std::none_of(words.cbegin(), words.cend(), isAbove);
        if (!page->isFrame() || isOnTop)
            grids.append(std::move(*page));
    }
    std::sort(grids.begin(), grids.end(),
        [](const PageGrid &a, const PageGrid &b) { return a.ys.first() < b.ys.first(); });
    for (PageGrid &page : grids) {
        CellWords cells(page);
        QList<PageWord> others;
        for (PageWord &word : words) {
            if (cells.holds(word))
                cells.add(std::move(word));
            else
                others.append(std::move(word));
        }
        cells.finish();
        words = others;
    }
    grids.removeIf([](const PageGrid &page) { // boxes of charts, coloured grounds
        return std::all_of(page.grid.cells.cbegin(), page.grid.cells.cend(),
            [](const ForeignCell &cell) { return cell.text.isEmpty(); });
    });
    return grids;
}

namespace {

/// Edges of both, those of the first where they are the same.
QList<double> unitedEdges(const QList<double> &first, const QList<double> &rest)
{
    QList<double> edges = first;
    for (const double x : rest) {
        if (std::abs(edges.at(nearest(edges, x)) - x) > kSameEdge)
            edges.insert(std::lower_bound(edges.cbegin(), edges.cend(), x), x);
    }
    return edges;
}

/// A page may show fewer edges than the table has: heads that reach over columns.
ForeignGrid inColumns(const PageGrid &page, const QList<double> &edges)
{
    QList<int> places;
    for (const double x : page.xs)
        places.append(int(nearest(edges, x)));
    ForeignGrid grid = page.grid;
    grid.columns = int(edges.size()) - 1;
    for (ForeignCell &cell : grid.cells) {
        const int end = places.at(cell.column + cell.columnSpan);
        cell.column = places.at(cell.column);
        cell.columnSpan = end - cell.column;
    }
    return grid;
}

QStringList textsOfRow(const ForeignGrid &grid, int row)
{
    QStringList texts;
    for (const ForeignCell &cell : grid.cells) {
        if (cell.row == row)
            texts.append(cell.text);
    }
    return texts;
}

/// How many rows at the start of the rest are heads of the first again.
int repeatedRows(const ForeignGrid &first, const ForeignGrid &rest)
{
    int rows = 0;
    while (rows < std::min(first.rows, rest.rows) && textsOfRow(first, rows) == textsOfRow(rest, rows)
        && !textsOfRow(rest, rows).join(QString()).isEmpty())
        ++rows;
    return rows == rest.rows ? 0 : rows;
}

/// A cell of several rows that the page's end cut has the rest of its text on top of the next page.
bool isCutCell(const ForeignCell &before, const ForeignCell &after)
{
    static const QString numbering = QStringLiteral("（(0123456789一二三四五六七八九十");
    if (before.column != after.column || before.columnSpan != after.columnSpan)
        return false;
    const auto isFigure = [](const QString &text) {
        return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    };
    const bool isUnclosed = before.text.count(u'（') > before.text.count(u'）');
    if (isUnclosed && !after.text.isEmpty())
        return true;
    if (before.rowSpan == 1 && after.rowSpan == 1)
        return false;
    return after.text.isEmpty()
        || (!numbering.contains(after.text.front()) && !isFigure(after.text) && !before.text.isEmpty());
}

} // namespace

bool continueGrid(PageGrid &first, const PageGrid &rest)
{
    const QList<double> edges = unitedEdges(first.xs, rest.xs);
    const bool isAsWide = std::abs(first.xs.first() - rest.xs.first()) <= kSameEdge
        && std::abs(first.xs.last() - rest.xs.last()) <= kSameEdge;
    if (!isAsWide || edges.size() > kMostWide || first.grid.rows + rest.grid.rows > GridBuilder::kMostRows)
        return false;
    const ForeignGrid more = inColumns(rest, edges);
    first.grid = inColumns(first, edges);
    first.xs = edges;
    const int repeated = repeatedRows(first.grid, more);
    const int shift = first.grid.rows - repeated;
    const int oldRows = first.grid.rows;
    const auto oldCells = first.grid.cells.size();
    first.grid.rows += more.rows - repeated;
    for (ForeignCell cell : more.cells) {
        if (cell.row < repeated)
            continue;
        const bool isFirstRow = cell.row == repeated;
        cell.row += shift;
        bool isJoined = false;
        for (qsizetype i = 0; isFirstRow && !isJoined && i < oldCells; ++i) {
            ForeignCell &before = first.grid.cells[i];
            if (before.row + before.rowSpan != oldRows || !isCutCell(before, cell))
                continue;
            before.text += joinOfLines(before.text, cell.text) + cell.text;
            before.rowSpan += cell.rowSpan;
            isJoined = true;
        }
        if (!isJoined)
            first.grid.cells.append(cell);
    }
    return true;
}

} // namespace nianbao
