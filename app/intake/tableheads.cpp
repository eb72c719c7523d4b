// SPDX-License-Identifier: MulanPSL-2.0
#include "tableheads.h"

#include "values.h"

#include <QSet>

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kSimilarHead{"The head “%1” is only similar to the form's.", "表头“%1”与表样只是相近。"};
constexpr Sentence kHeadOrder{"The heads stand in another order than in the form.", "表头的次序与表样不同。"};
constexpr Sentence kHeadTwice{"The head “%1” stands twice.", "表头“%1”出现了两次。"};
constexpr Sentence kShortHead{
    "A row of the head has fewer cells than the table.", "表头有一行的格子比表格少。"};
constexpr Sentence kHeadByOrder{
    "The head does not say which row of the form it is; it was taken by its order.",
    "表头没有写明是哪一项，按次序认的。"};

constexpr int kMostJoined = 3; // 商业 over 企业

/// The texts over one column, from top to bottom, each cell once; where a merged head was cut into cells, the
/// one to the left goes on over empty ones.
struct HeadPath {
    QStringList texts{};
    QStringList carried{}; // of groups, over empty cells
    int leaf = -1; // cell of the lowest text
};

class HeadReader {
public:
    HeadReader(const GridSquares &squares, const TableLabels &table, const QList<int> &rows, int from)
        : m_squares(squares), m_table(table), m_rows(rows), m_from(from)
    { }
    QList<Head> heads();

private:
    QList<HeadPath> paths() const;
    void name(Head &head, const HeadPath &path) const;
    void nameRow(Head &head, const HeadPath &path) const;
    void fillRowsByOrder(QList<Head> &heads) const;
    void doubtOrder(QList<Head> &heads) const;
    void doubtShortRows(QList<Head> &heads) const;

    const GridSquares &m_squares;
    const TableLabels &m_table;
    const QList<int> &m_rows;
    int m_from;
};

QList<HeadPath> HeadReader::paths() const
{
    const int columns = m_squares.grid.columns;
    QList<HeadPath> paths(columns);
    int previous = -1;
    for (const int row : m_rows) {
        QString carried;
        for (int column = m_from; column < columns; ++column) {
            HeadPath &path = paths[column];
            const int cell = m_squares.cellAt(row, column);
            const bool isEmpty = cell < 0 || m_squares.isEmpty(cell);
            if (isEmpty) {
                if (cell >= 0 && !carried.isEmpty())
                    path.carried.append(carried);
                continue;
            }
            const QString &normal = m_squares.normal(cell);
            const bool isGroup = m_table.isTransposed
                && (m_table.exactRow(normal).isFound() || !m_table.group(normal).isEmpty());
            carried = isGroup ? normal : QString();
            const bool goesOn = previous >= 0 && m_squares.cellAt(previous, column) == cell;
            if (goesOn)
                continue;
            path.texts.append(m_squares.text(cell));
            path.leaf = cell;
        }
        previous = row;
    }
    return paths;
}

/// The lowest text, or the lowest ones together where a head was cut: 商业 over 企业.
void HeadReader::name(Head &head, const HeadPath &path) const
{
    if (path.texts.isEmpty())
        return;
    QString joined;
    LabelMatch alike;
    head.text = path.texts.last();
    head.normal = normalLabel(head.text);
    for (qsizetype i = path.texts.size() - 1; i >= 0 && i >= path.texts.size() - kMostJoined; --i) {
        joined = path.texts[i] + joined;
        const QString normal = normalLabel(joined);
        const LabelMatch match = m_table.column(normal);
        if (match.isExact()) {
            head.column = match.id;
            head.text = joined;
            head.normal = normal;
            head.doubt = {};
            break;
        }
        if (match.isFound() && !alike.isFound()) {
            alike = match;
            head.column = match.id;
            head.text = joined;
            head.normal = normal;
            head.doubt = Phrase(kSimilarHead, joined.simplified());
        }
    }
    head.unit = moneyUnitIn(joined);
}

void HeadReader::nameRow(Head &head, const HeadPath &path) const
{
    for (const QStringList &texts : {path.texts, path.carried}) {
        for (qsizetype i = texts.size() - 1; i >= 0 && head.row.isEmpty(); --i)
            head.row = m_table.exactRow(normalLabel(texts[i])).id;
    }
}

QList<Head> HeadReader::heads()
{
    const QList<HeadPath> all = paths();
    QList<Head> heads;
    int leaf = -1;
    for (int column = m_from; column < all.size(); ++column) {
        const HeadPath &path = all[column];
        if (path.leaf >= 0 && path.leaf == leaf) {
            heads.last().to = column + 1;
            continue;
        }
        leaf = path.leaf;
        Head head{column, column + 1, {}, {}, {}, {}, {}, {}};
        name(head, path);
        if (m_table.isTransposed)
            nameRow(head, path);
        heads.append(head);
    }
    while (!heads.isEmpty() && heads.last().text.isEmpty())
        heads.removeLast(); // beside the table
    while (!heads.isEmpty() && heads.first().text.isEmpty())
        heads.removeFirst(); // over the labels of the rows, where nothing is merged
    if (m_table.isTransposed)
        fillRowsByOrder(heads);
    doubtOrder(heads);
    doubtShortRows(heads);
    return heads;
}

/// Heads that lost the words over them: fifteen in the order of the form are the form's.
void HeadReader::fillRowsByOrder(QList<Head> &heads) const
{
    const bool isAnyNamed
        = std::any_of(heads.begin(), heads.end(), [](const Head &head) { return !head.row.isEmpty(); });
    const bool areAllNamed
        = std::all_of(heads.begin(), heads.end(), [](const Head &head) { return !head.row.isEmpty(); });
    const TableLabels::Block block = m_table.blocks.value(0);
    const qsizetype width = block.columns.size();
    if (areAllNamed || heads.size() != block.rows.size() * width || (!isAnyNamed && m_rows.isEmpty()))
        return;
    for (qsizetype i = 0; i < heads.size(); ++i) {
        const QString &due = block.rows[i / width];
        if (heads[i].column != block.columns[i % width] || (!heads[i].row.isEmpty() && heads[i].row != due))
            return;
    }
    for (qsizetype i = 0; i < heads.size(); ++i) {
        if (!heads[i].row.isEmpty())
            continue;
        heads[i].row = block.rows[i / width];
        heads[i].doubt = Phrase(kHeadByOrder);
    }
}

void HeadReader::doubtOrder(QList<Head> &heads) const
{
    QList<QPair<int, Head *>> ranks;
    for (Head &head : heads) {
        if (head.column.isEmpty())
            continue;
        int rank = -1;
        for (const TableLabels::Block &block : m_table.blocks) {
            const qsizetype inBlock = block.columns.indexOf(head.column);
            if (inBlock >= 0 && rank < 0)
                rank = int(
                    inBlock + (head.row.isEmpty() ? 0 : block.columns.size() * block.rows.indexOf(head.row)));
        }
        ranks.append({rank, &head});
    }
    int highest = -1;
    bool isOrdered = true;
    QSet<QString> seen;
    for (const auto &[rank, head] : ranks) {
        const QString key = head->row + u'.' + head->column;
        if (seen.contains(key)) {
            for (const auto &[otherRank, other] : ranks) {
                if (other->row == head->row && other->column == head->column && other->doubt.isEmpty())
                    other->doubt = Phrase(kHeadTwice, head->text.simplified());
            }
        }
        seen.insert(key);
        isOrdered = isOrdered && rank >= highest;
        highest = std::max(highest, rank);
    }
    for (const auto &[rank, head] : ranks) {
        if (!isOrdered && head->doubt.isEmpty())
            head->doubt = Phrase(kHeadOrder);
    }
}

void HeadReader::doubtShortRows(QList<Head> &heads) const
{
    if (heads.isEmpty())
        return;
    const int end = heads.last().to;
    const bool isShort = std::any_of(
        m_rows.begin(), m_rows.end(), [&](int row) { return m_squares.missing(row, m_from, end) > 0; });
    for (Head &head : heads) {
        if (isShort && head.doubt.isEmpty())
            head.doubt = Phrase(kShortHead);
    }
}

} // namespace

QList<Head> headsOf(const GridSquares &squares, const TableLabels &table, const QList<int> &rows, int from)
{
    return HeadReader(squares, table, rows, from).heads();
}

int firstHeadColumn(const GridSquares &squares, const TableLabels &table, const QList<int> &rows)
{
    int first = squares.grid.columns;
    for (const int row : rows) {
        for (const Piece &piece : squares.pieces(row)) {
            if (piece.from >= first)
                break;
            const QString &normal = squares.normal(piece.cell);
            if (table.isCorner(normal)) {
                continue;
            }
            const bool isHead = table.column(normal).isFound() || table.isHeadWord(normal)
                || (table.isTransposed
                    && (table.exactRow(normal).isFound() || !table.group(normal).isEmpty()));
            if (isHead)
                first = piece.from;
        }
    }
    return first;
}

} // namespace nianbao
