// SPDX-License-Identifier: MulanPSL-2.0
#include "cutrow.h"

namespace nianbao {

namespace {

constexpr Sentence kCutRow{
    "The row was put together over the end of a page.", "这一行被分页断开，是拼起来的。"};

} // namespace

void CutRow::remember(
    const FigureRow &row, qsizetype firstReading, bool isOpen, const QList<UnderHead> &values)
{
    forget();
    m_label = row.label.text;
    m_firstReading = firstReading;
    m_block = row.block;
    m_isOpen = isOpen;
    for (const UnderHead &value : values) {
        if (row.isFilled(value))
            m_figures.insert(value.head, {row.squares.text(value.cell), value.cell});
    }
}

QString CutRow::joined(const FigureRow &below, const RowContext &context, Readings &out)
{
    if (!m_isOpen || m_block == below.block || below.label.match.isExact() || m_label.isEmpty())
        return {};
    const LabelMatch match = context.rowNamed(below.table, normalLabel(m_label + below.label.text));
    if (!match.isExact())
        return {};
    out.cells.resize(std::min(out.cells.size(), m_firstReading));
    out.notes.removeOne(m_note);
    for (const UnderHead &value : below.values) {
        const Head &head = below.heads[value.head];
        if (head.column.isEmpty())
            continue;
        const bool isHere = below.isFilled(value);
        const Figure above = m_figures.value(value.head);
        const bool isAbove = above.cell >= 0;
        out.cells.append({CellId(below.table.table, match.id, head.column),
            isHere ? below.squares.text(value.cell) : above.text, head.unit, Phrase(kCutRow),
            isHere && isAbove, {}, false,
            isHere || !isAbove ? SourceSpot{below.block, value.cell} : SourceSpot{m_block, above.cell}});
    }
    forget();
    return match.id;
}

} // namespace nianbao
