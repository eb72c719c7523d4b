// SPDX-License-Identifier: MulanPSL-2.0
#include "tableflow.h"

#include <algorithm>
#include <cmath>

namespace nianbao {

namespace {

constexpr double kRowFactor = 1.62; // least height of a row of the form, of the text size
constexpr double kAir = 0.4; // of the form: above and under the text of a cell together, of the text size
constexpr double kMinFigureSize = 6 * kMmPerPoint; // a long figure is set smaller, never clipped
constexpr double kShrink = 0.96; // from one size to the next smaller one

/// "（三）不予公开" parts best behind its number.
qsizetype endOfNumber(const QString &text)
{
    return text.startsWith(QChar(u'（')) ? text.indexOf(QChar(u'）')) + 1 : 0;
}

/// What stands one under the other: characters, a mark beside the one it follows.
QStringList stackOf(const QString &text)
{
    QStringList pieces;
    for (const QChar c : text) {
        if (c == QChar(u'、') && !pieces.isEmpty())
            pieces.last() += c;
        else
            pieces.append(QString(c));
    }
    return pieces;
}

double heightFor(TableBlock::Handwriting handwriting)
{
    switch (handwriting) {
    case TableBlock::Handwriting::Mark: return 9;
    case TableBlock::Handwriting::Name: return 10;
    case TableBlock::Handwriting::Opinion: return 34;
    case TableBlock::Handwriting::None: break;
    }
    return 0;
}

} // namespace

TableFlow::TableFlow(const TableBlock &table, const PageStyle &style, const FontSet &fonts, double textSize)
    : m_table(&table)
    , m_style(&style)
    , m_fonts(&fonts)
    , m_size(textSize)
    , m_look(table.kind == TableBlock::Kind::Plain ? Look{1, 1.3, 2} : Look{0.7, 1.22, textSize * kAir})
    , m_owner(size_t(table.rows) * size_t(table.widths.size()))
{
    for (int row = 0; row < table.rows; ++row)
        m_heights.push_back(leastHeight(row));
    double sum = 0;
    for (const double width : table.widths)
        sum += width;
    double edge = 0;
    for (const double width : table.widths) {
        m_edges.push_back(edge);
        edge += width / sum * style.typeWidth;
    }
    m_edges.push_back(style.typeWidth);
    const auto columns = size_t(table.widths.size());
    for (int i = 0; i < table.cells.size(); ++i) {
        const TableCell &cell = table.cells[i];
        for (int r = cell.row; r < cell.row + cell.rowSpan; ++r) {
            for (int c = cell.column; c < cell.column + cell.columnSpan; ++c)
                m_owner[size_t(r) * columns + size_t(c)] = i;
        }
    }
    // cells of one row first, then those over several rows take what is missing, evenly
    for (const bool spanning : {false, true}) {
        for (const TableCell &cell : table.cells) {
            if ((cell.rowSpan > 1) != spanning)
                continue;
            const double missing = neededHeight(cell) - heightOf(cell.row, cell.row + cell.rowSpan);
            for (int r = cell.row; missing > 0 && r < cell.row + cell.rowSpan; ++r)
                m_heights[size_t(r)] += missing / cell.rowSpan;
        }
    }
}

double TableFlow::leastHeight(int row) const
{
    if (m_table->kind == TableBlock::Kind::Form)
        return m_size * kRowFactor;
    return row < m_table->runs.first().headRows ? 0 : heightFor(m_table->handwriting);
}

double TableFlow::heightOf(int from, int to) const
{
    double sum = 0;
    for (int row = from; row < to; ++row)
        sum += m_heights[size_t(row)];
    return sum;
}

double TableFlow::heightOf(const Part &part) const
{
    return heightOf(part.headFrom, part.headTo) + heightOf(part.from, part.to);
}

double TableFlow::widthOf(const TableCell &cell) const
{
    return m_edges[size_t(cell.column + cell.columnSpan)] - m_edges[size_t(cell.column)];
}

int TableFlow::ownerAt(int row, int column) const
{
    return m_owner[size_t(row) * size_t(m_table->widths.size()) + size_t(column)];
}

TextStyle TableFlow::textStyle(const TableCell &cell, double width) const
{
    TextStyle style{FontRole::Table, m_size, m_size, width - 2 * m_look.padding, 0, false};
    if (m_table->kind == TableBlock::Kind::Plain)
        return style;
    if (!cell.isFigure()) { // a head on one line, behind its number, if 小五 can do it
        const double tail = textWidth(*m_fonts, cell.words.mid(endOfNumber(cell.words)), style);
        const double fitting = m_size * style.width / tail * 0.999;
        if (tail > style.width && fitting >= m_style->tableSmallSize)
            style.size = style.cell = fitting;
        return style;
    }
    const double wide = textWidth(*m_fonts, cell.text(), style);
    if (wide > style.width && cell.note.isEmpty())
        style.size = style.cell = std::max(kMinFigureSize, m_size * style.width / wide * 0.999);
    else if (wide > style.width) { // a figure with its note runs over several small lines
        const double figure = textWidth(*m_fonts, cell.words, style);
        const double fitting = figure > style.width ? m_size * style.width / figure * 0.999 : m_size;
        style.size = style.cell = std::max(kMinFigureSize, std::min(fitting, m_style->tableSmallSize));
    }
    return style;
}

QStringList TableFlow::piecesOf(const TableCell &cell, const TextStyle &style) const
{
    const QString text = cell.text();
    if (m_table->kind == TableBlock::Kind::Plain)
        return text.split(u'\n');
    const auto cut = endOfNumber(text);
    const bool parts = !cell.isFigure() && cut > 0 && textWidth(*m_fonts, text, style) > style.width
        && textWidth(*m_fonts, text.mid(cut), style) <= style.width;
    return parts ? QStringList{text.left(cut), text.mid(cut)} : QStringList{text};
}

std::vector<TextLine> TableFlow::linesOf(const TableCell &cell, const TextStyle &style) const
{
    std::vector<TextLine> lines;
    for (const QString &piece : piecesOf(cell, style)) {
        for (TextLine &line : breakLines(*m_fonts, piece, style))
            lines.push_back(std::move(line));
    }
    return lines;
}

TableFlow::Words TableFlow::wordsOf(const TableCell &cell) const
{
    if (cell.stacked)
        return {m_size, {cell.words}};
    const TextStyle style = textStyle(cell, widthOf(cell));
    return {style.size, piecesOf(cell, style)};
}

double TableFlow::neededHeight(const TableCell &cell) const
{
    if (cell.stacked && cell.rowSpan > 4) // over many rows it stands in as many columns as it needs
        return m_size * m_look.linePitch * 4;
    if (cell.stacked)
        return double(stackOf(cell.words).size()) * m_size * m_look.linePitch + m_look.air;
    const TextStyle style = textStyle(cell, widthOf(cell));
    return double(linesOf(cell, style).size()) * style.size * m_look.linePitch + m_look.air;
}

TableFlow::Part TableFlow::partFor(int from, double room) const
{
    Part part{from, from, 0, 0};
    for (const TableRun &run : m_table->runs) {
        if (from >= run.firstRow + run.headRows && from < run.firstRow + run.rows) {
            part.headFrom = run.firstRow;
            part.headTo = run.firstRow + run.headRows;
        }
    }
    double used = heightOf(part.headFrom, part.headTo);
    while (part.to < rows() && used + m_heights[size_t(part.to)] <= room + 1e-6)
        used += m_heights[size_t(part.to++)];
    for (const TableRun &run : m_table->runs) {
        const bool headAlone = part.to > run.firstRow && part.to <= run.firstRow + run.headRows;
        if (headAlone)
            part.to = std::max(from, run.firstRow);
    }
    return part;
}

void TableFlow::draw(Page &page, const Part &part, double x, double y, const Owners &owners) const
{
    std::vector<int> shown;
    for (int row = part.headFrom; row < part.headTo; ++row)
        shown.push_back(row);
    for (int row = part.from; row < part.to; ++row)
        shown.push_back(row);
    double top = y;
    for (size_t i = 0; i < shown.size(); ++i) {
        const int row = shown[i];
        const bool isRunStart = i == 0 || shown[i - 1] != row - 1;
        std::vector<const TableCell *> inRow;
        for (const TableCell &cell : m_table->cells) {
            const bool continues = isRunStart && cell.row < row && cell.row + cell.rowSpan > row;
            if (cell.row == row || continues)
                inRow.push_back(&cell);
        }
        std::stable_sort(inRow.begin(), inRow.end(),
            [](const TableCell *a, const TableCell *b) { return a->column < b->column; });
        for (const TableCell *each : inRow) { // read from left to right
            const TableCell &cell = *each;
            size_t last = i; // a merged head is cut off at the page's end and redrawn on the next
            while (last + 1 < shown.size() && shown[last + 1] == shown[last] + 1
                && shown[last + 1] < cell.row + cell.rowSpan)
                ++last;
            drawCell(page, cell,
                QRectF(x + m_edges[size_t(cell.column)], top, widthOf(cell), heightOf(row, shown[last] + 1)),
                owners);
        }
        top += m_heights[size_t(row)];
    }
    if (m_table->kind == TableBlock::Kind::Plain)
        drawPlainRules(page, shown, x, y);
    else
        drawRules(page, shown, x, y);
}

void TableFlow::drawCell(Page &page, const TableCell &cell, const QRectF &rect, const Owners &owners) const
{
    const int source = owners.source(cell.place);
    const InkOwner owner{cell.isHead() ? InkRole::HeadCell : InkRole::Cell, source,
        owners.element(int(&cell - m_table->cells.constData()))};
    if (cell.kind == TableCell::Kind::Banner)
        page.fills.push_back({rect, m_style->banner, source});
    if (cell.isFigure()) // no ink, but a click anywhere in the cell finds it
        page.fills.push_back({rect, QColor(0, 0, 0, 0), source});
    if (cell.stacked)
        drawStacked(page, cell, rect, owner);
    else
        drawText(page, cell, rect, owner);
}

void TableFlow::drawText(Page &page, const TableCell &cell, const QRectF &rect, const InkOwner &owner) const
{
    if (cell.text().isEmpty())
        return;
    TextStyle style = textStyle(cell, rect.width());
    auto lines = linesOf(cell, style);
    // a merged head of which little is left on this page
    while (
        double(lines.size()) * style.size * m_look.linePitch > rect.height() && style.size > kMinFigureSize) {
        style.size = style.cell = style.size * kShrink;
        lines = linesOf(cell, style);
    }
    const double pitch = style.size * m_look.linePitch;
    double top = rect.top() + (rect.height() - double(lines.size()) * pitch) / 2;
    const bool isDetail = cell.kind == TableCell::Kind::RowHead && m_table->rowHeadColumns > 1
        && cell.column + cell.columnSpan == m_table->rowHeadColumns;
    const bool isFlushLeft = isDetail || cell.kind == TableCell::Kind::Words;
    for (const TextLine &line : lines) {
        const double x = rect.left() + (isFlushLeft ? m_look.padding : (rect.width() - line.width) / 2);
        const double baseline = top + (pitch - style.size) / 2 + kEmAscent * style.size;
        appendRuns(page, line, x, baseline, style.size, owner);
        top += pitch;
    }
}

/// One character under the other, in as many columns as the height asks for, read from left to right.
void TableFlow::drawStacked(
    Page &page, const TableCell &cell, const QRectF &rect, const InkOwner &owner) const
{
    const QStringList pieces = stackOf(cell.words);
    const auto length = int(pieces.size());
    const auto columnsAt = [&](double size) {
        const int perColumn = std::clamp(int(rect.height() / (size * m_look.linePitch)), 1, length);
        return (length + perColumn - 1) / perColumn;
    };
    double size = m_size;
    while (columnsAt(size) * size > rect.width() && size > kMinFigureSize / 2)
        size *= kShrink;
    const double pitch = size * m_look.linePitch;
    const int columns = columnsAt(size);
    const int even = (length + columns - 1) / columns;
    const TextStyle style{FontRole::Table, size, size, 2 * size, 0, false};
    for (int i = 0; i < length; ++i) {
        const int column = i / even;
        const int inColumn = std::min(even, length - column * even);
        const double x = rect.center().x() + (column - columns / 2.0) * size;
        const double top = rect.center().y() + (i % even - inColumn / 2.0) * pitch;
        for (const TextLine &line : breakLines(*m_fonts, pieces[i], style))
            appendRuns(page, line, x, top + (pitch - size) / 2 + kEmAscent * size, size, owner);
    }
}

/// Each straight run of rules once: a segment is drawn where the cells on its two sides differ.
void TableFlow::drawRules(Page &page, const std::vector<int> &shown, double x, double y) const
{
    const auto columns = int(m_table->widths.size());
    const auto count = int(shown.size());
    std::vector<double> tops{y};
    for (const int row : shown)
        tops.push_back(tops.back() + m_heights[size_t(row)]);
    const auto edge = [&](int column) { return x + m_edges[size_t(column)]; };
    const auto isHorizontal = [&](int i, int column) {
        if (i == 0 || i == count)
            return true;
        const int above = shown[size_t(i - 1)];
        const int below = shown[size_t(i)];
        return below != above + 1 || ownerAt(above, column) != ownerAt(below, column);
    };
    const auto isVertical = [&](int i, int column) {
        return column == 0 || column == columns
            || ownerAt(shown[size_t(i)], column - 1) != ownerAt(shown[size_t(i)], column);
    };
    const auto width = [this](bool isFrame) { return isFrame ? m_style->frameWidth : m_style->ruleWidth; };
    for (int i = 0; i <= count; ++i) {
        for (int from = 0, to = 0; from < columns; from = to + 1) {
            for (to = from; to < columns && isHorizontal(i, to);)
                ++to;
            if (to > from)
                page.rules.push_back(
                    {edge(from), tops[size_t(i)], edge(to), tops[size_t(i)], width(i == 0 || i == count)});
        }
    }
    for (int column = 0; column <= columns; ++column) {
        for (int from = 0, to = 0; from < count; from = to + 1) {
            for (to = from; to < count && isVertical(to, column);)
                ++to;
            if (to > from)
                page.rules.push_back({edge(column), tops[size_t(from)], edge(column), tops[size_t(to)],
                    width(column == 0 || column == columns)});
        }
    }
}

/// Around each row.
void TableFlow::drawPlainRules(Page &page, const std::vector<int> &shown, double x, double y) const
{
    const double width = m_style->ruleWidth;
    for (const int row : shown) {
        const double below = y + m_heights[size_t(row)];
        for (const double edge : m_edges)
            page.rules.push_back({x + edge, y, x + edge, below, width});
        for (const double at : {y, below})
            page.rules.push_back({x, at, x + m_edges.back(), at, width});
        y = below;
    }
}

} // namespace nianbao
