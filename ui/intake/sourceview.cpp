// SPDX-License-Identifier: MulanPSL-2.0
#include "sourceview.h"

#include "appearance.h"
#include "showntext.h"
#include "typing.h"

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextTable>

#include <algorithm>

namespace nianbao {

namespace {

constexpr qsizetype kMostDrawn = 6000; // cells and paragraphs: several reports
constexpr qsizetype kMostCharacters = 20'000; // of one of them
constexpr qsizetype kMostColumns = 60; // of a grid; Qt lays out each, also where nothing stands

QTextTableFormat gridFormat(const QPalette &palette, int columns, double em)
{
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(appearance::line(palette).darker(appearance::isDark(palette) ? 70 : 130));
    format.setCellPadding(em / 6);
    format.setCellSpacing(0);
    format.setTopMargin(em / 2);
    format.setBottomMargin(em / 2);
    if (columns > 1)
        format.setWidth(QTextLength(QTextLength::PercentageLength, 98));
    return format;
}

} // namespace

SourceView::SourceView(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("source"));
    setAccessibleName(tr("The document as it was read"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(fontMetrics().height() * 0.75);
}

void SourceView::showDocument(const ForeignDocument &shown)
{
    m_document = shown;
    m_drawn.clear();
    m_marked = {};
    m_room = kMostDrawn;
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (int i = 0; i < int(m_document.blocks.size()); ++i) {
        if (m_room <= 0) {
            cursor.insertText(tr("… The rest of the document is not shown here."));
            break;
        }
        const ForeignBlock &block = m_document.blocks[i];
        if (const auto *paragraph = std::get_if<ForeignParagraph>(&block))
            addParagraph(cursor, *paragraph, i);
        else if (const auto *grid = std::get_if<ForeignGrid>(&block))
            addGrid(cursor, *grid, i);
        else
            addParagraph(cursor, {tr("[Picture] %1").arg(std::get<ForeignPicture>(block).alternative)}, i);
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void SourceView::addParagraph(QTextCursor &cursor, const ForeignParagraph &paragraph, int block)
{
    --m_room;
    QTextBlockFormat format;
    QTextCharFormat letters;
    format.setBottomMargin(fontMetrics().height() / 3.0);
    if (paragraph.isTitle || paragraph.headingLevel > 0)
        letters.setFontWeight(QFont::Bold);
    if (paragraph.isTitle)
        format.setAlignment(Qt::AlignHCenter);
    cursor.setBlockFormat(format);
    m_drawn.insert(block, {nullptr, cursor.position()});
    cursor.insertText(firstCharacters(paragraph.number + paragraph.text, kMostCharacters), letters);
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
}

void SourceView::addGrid(QTextCursor &cursor, const ForeignGrid &grid, int block)
{
    const int columns = int(std::min<qsizetype>(grid.columns, kMostColumns));
    const int rows = int(std::min<qsizetype>(grid.rows, m_room / std::max(columns, 1)));
    if (rows <= 0 || columns <= 0) {
        m_room = rows <= 0 && columns > 0 ? 0 : m_room;
        return;
    }
    m_room -= qsizetype(rows) * columns;
    const double em = fontMetrics().height();
    QTextTable *table = cursor.insertTable(rows, columns, gridFormat(palette(), columns, em));
    for (const ForeignCell &cell : grid.cells) {
        if (cell.row >= rows || cell.column >= columns)
            continue;
        const int down = std::min(cell.rowSpan, rows - cell.row);
        const int across = std::min(cell.columnSpan, columns - cell.column);
        if (down > 1 || across > 1)
            table->mergeCells(cell.row, cell.column, down, across);
    }
    QTextCharFormat small;
    small.setFontPointSize(font().pointSizeF() * 0.85);
    QTextBlockFormat centred;
    for (const ForeignCell &cell : grid.cells) {
        if (cell.row >= rows || cell.column >= columns)
            continue;
        QTextCursor inside = table->cellAt(cell.row, cell.column).firstCursorPosition();
        constexpr qsizetype kShort = 12; // a label may be long: it is read from the left
        centred.setAlignment(cell.text.size() > kShort ? Qt::AlignLeft : Qt::AlignHCenter);
        inside.setBlockFormat(centred);
        inside.insertText(firstCharacters(cell.text, kMostCharacters), small);
    }
    m_drawn.insert(block, {table, -1});
    cursor.movePosition(QTextCursor::End);
}

void SourceView::setMarked(const SourceSpot &spot, bool marked)
{
    const auto drawn = m_drawn.constFind(spot.block);
    if (drawn == m_drawn.cend())
        return;
    QColor ground = appearance::accent(palette());
    ground.setAlphaF(0.2F);
    if (drawn->table) {
        const auto *grid = std::get_if<ForeignGrid>(&m_document.blocks[spot.block]);
        if (!grid || spot.cell < 0 || spot.cell >= grid->cells.size())
            return;
        QTextTableCell cell = drawn->table->cellAt(grid->cells[spot.cell].row, grid->cells[spot.cell].column);
        if (!cell.isValid())
            return;
        QTextTableCellFormat format;
        if (marked) {
            format.setBackground(ground);
            format.setBorder(2);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(appearance::accent(palette()));
        }
        cell.setFormat(format);
        return;
    }
    QTextCursor cursor(document());
    cursor.setPosition(drawn->start);
    QTextBlockFormat format = cursor.blockFormat();
    if (marked)
        format.setBackground(ground);
    else
        format.clearBackground();
    cursor.setBlockFormat(format);
}

void SourceView::mark(const SourceSpot &spot)
{
    if (spot == m_marked)
        return;
    setMarked(m_marked, false);
    m_marked = spot;
    setMarked(spot, true);
    const auto drawn = m_drawn.constFind(spot.block);
    if (drawn == m_drawn.cend())
        return;
    QTextCursor cursor(document());
    if (drawn->table) {
        const auto *grid = std::get_if<ForeignGrid>(&m_document.blocks[spot.block]);
        if (!grid || spot.cell < 0 || spot.cell >= grid->cells.size())
            return;
        const QTextTableCell cell
            = drawn->table->cellAt(grid->cells[spot.cell].row, grid->cells[spot.cell].column);
        if (!cell.isValid())
            return;
        cursor = cell.firstCursorPosition();
    } else {
        cursor.setPosition(drawn->start);
    }
    setTextCursor(cursor);
    const QRect place = cursorRect(cursor);
    const int margin = viewport()->height() / 4;
    QScrollBar *bar = verticalScrollBar();
    if (place.top() < margin)
        bar->setValue(bar->value() + place.top() - margin);
    else if (place.bottom() > viewport()->height() - margin)
        bar->setValue(bar->value() + place.bottom() - viewport()->height() + margin);
}

void SourceView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextBrowser::mouseReleaseEvent(event);
    if (textCursor().hasSelection())
        return;
    const QTextCursor at = cursorForPosition(event->position().toPoint());
    const QTextTable *table = at.currentTable();
    for (auto drawn = m_drawn.cbegin(); drawn != m_drawn.cend(); ++drawn) {
        if (!table && !drawn->table && at.block() == document()->findBlock(drawn->start)) {
            Q_EMIT clicked({drawn.key(), -1});
            return;
        }
        const auto *grid = table && drawn->table == table
            ? std::get_if<ForeignGrid>(&m_document.blocks[drawn.key()])
            : nullptr;
        if (!grid)
            continue;
        const QTextTableCell cell = table->cellAt(at);
        Q_EMIT clicked({drawn.key(), grid->cellAt(cell.row(), cell.column())});
        return;
    }
}

} // namespace nianbao
