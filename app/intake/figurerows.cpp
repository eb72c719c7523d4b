// SPDX-License-Identifier: MulanPSL-2.0
#include "figurerows.h"

#include <algorithm>

namespace nianbao {

namespace {

constexpr Sentence kHeadsIncomplete{
    "Not every column of the form has its head here.", "表头不全，表样里有的列这里没有。"};
constexpr Sentence kUnknownColumn{"The column “%1” is not in the form; its figures were left out.",
    "表样里没有“%1”这一列，其中的数字没有采用。"};
constexpr Sentence kNamelessColumn{
    "A column without a head was left out, with its figures.", "有一列没有表头，其中的数字没有采用。"};
constexpr Sentence kByOrder{"The head “%1” does not tell which column it is; it was taken by its order.",
    "表头“%1”看不出是哪一列，按次序认的。"};
constexpr Sentence kGuessedGrid{"The table was put together from where the words stand on the page.",
    "表格是按文字在页面上的位置拼出来的。"};
constexpr Sentence kPartlyBlank{"Other cells of the row are blank: a figure may stand under a wrong head.",
    "同一行还有空白的格子，数字可能错了列。"};

/// Each row that the heads of a transposed table name has all its columns.
bool isWholeLine(const QList<Head> &heads, const TableLabels &table)
{
    const TableLabels::Block block = table.blocks.value(0);
    QSet<QString> told;
    QSet<QString> rows;
    for (const Head &head : heads) {
        told.insert(head.row + u'.' + head.column);
        rows.insert(head.row);
    }
    rows.remove(QString());
    return std::all_of(rows.begin(), rows.end(), [&](const QString &row) {
        return std::all_of(block.columns.begin(), block.columns.end(),
            [&](const QString &column) { return told.contains(row + u'.' + column); });
    });
}

/// The columns of a row by what stands over it, one a head.
class RowColumns {
public:
    explicit RowColumns(const FigureRow &row) : m_ids(row.heads.size()), m_byOrder(row.heads.size(), false)
    {
        QList<qsizetype> named; // heads with words
        QStringList normals;
        QStringList known;
        for (qsizetype i = 0; i < row.heads.size(); ++i) {
            if (row.heads[i].text.isEmpty())
                continue;
            named.append(i);
            normals.append(row.heads[i].normal);
            known.append(row.heads[i].column);
        }
        const HeadChoice choice = row.isOfTransposed()
            ? HeadChoice{known, QList<bool>(known.size(), false), isWholeLine(row.heads, row.table)}
            : headsFor(row.table, row.label.match.id, normals, known);
        for (qsizetype i = 0; i < named.size(); ++i) {
            m_ids[named[i]] = choice.columns[i];
            m_byOrder[named[i]] = choice.byOrder[i];
        }
        m_areAllThere = choice.isComplete;
        m_mayHaveSlipped = named.size() > 1 && mayHaveSlipped(row);
    }
    bool areAllUnknown() const
    {
        return std::all_of(m_ids.begin(), m_ids.end(), [](const QString &id) { return id.isEmpty(); });
    }
    const QString &id(int head) const { return m_ids[head]; } // empty: unknown

    /// What speaks against a value, the worst of it.
    Phrase doubt(const FigureRow &row, const UnderHead &value) const
    {
        const Head &head = row.heads[value.head];
        if (!value.doubt.isEmpty())
            return value.doubt;
        if (!head.doubt.isEmpty())
            return head.doubt;
        if (m_byOrder[value.head])
            return Phrase(kByOrder, head.text.simplified());
        if (!row.label.doubt.isEmpty() && head.row.isEmpty())
            return row.label.doubt;
        if (row.isGuessed)
            return Phrase(kGuessedGrid);
        if (!m_areAllThere)
            return Phrase(kHeadsIncomplete);
        return m_mayHaveSlipped ? Phrase(kPartlyBlank) : Phrase();
    }

private:
    /// A blank beside figures may be a figure that slipped; totals would tell.
    static bool mayHaveSlipped(const FigureRow &row)
    {
        const auto blanks = std::count_if(row.values.begin(), row.values.end(),
            [&](const UnderHead &value) { return !row.isFilled(value); });
        return !row.table.hasTotals && blanks > 0 && blanks < row.values.size();
    }

    QStringList m_ids;
    QList<bool> m_byOrder;
    bool m_areAllThere = false;
    bool m_mayHaveSlipped = false;
};

/// Between the label and the first head: a head was lost.
void noteFiguresWithoutHead(const FigureRow &row, Readings &out)
{
    if (row.heads.isEmpty() || !row.areHeadsOfGrid)
        return;
    for (const Piece &piece : row.squares.pieces(row.row)) {
        if (piece.from >= row.label.end && piece.to <= row.heads.first().from
            && row.squares.isFigure(piece.cell))
            out.note(Phrase(kNamelessColumn));
    }
}

} // namespace

bool FigureRow::isOfTransposed() const
{
    return std::any_of(heads.begin(), heads.end(), [](const Head &head) { return !head.row.isEmpty(); });
}

QStringList FigureRow::figures() const
{
    QStringList texts;
    for (const Piece &piece : squares.pieces(row)) {
        if (squares.isFigure(piece.cell))
            texts.append(squares.text(piece.cell).simplified());
    }
    return texts;
}

std::optional<QList<UnderHead>> readFigureRow(const FigureRow &row, Readings &out)
{
    const RowColumns columns(row);
    if (columns.areAllUnknown() && !row.figures().isEmpty())
        return std::nullopt;
    noteFiguresWithoutHead(row, out);
    QList<UnderHead> taken;
    for (const UnderHead &value : row.values) {
        const Head &head = row.heads[value.head];
        const QString &column = columns.id(value.head);
        const QString rowId = head.row.isEmpty() ? row.label.match.id : head.row;
        if (column.isEmpty() || rowId.isEmpty()) {
            if (row.isFilled(value))
                out.note(head.text.isEmpty() ? Phrase(kNamelessColumn)
                                             : Phrase(kUnknownColumn, head.text.simplified()));
            continue;
        }
        out.cells.append({CellId(row.table.table, rowId, column),
            value.cell < 0 ? QString() : row.squares.text(value.cell), head.unit, columns.doubt(row, value),
            value.isShared, {}, false, {row.block, value.cell}});
        taken.append(value);
    }
    return taken;
}

} // namespace nianbao
