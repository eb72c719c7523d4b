// SPDX-License-Identifier: MulanPSL-2.0
#include "gridview.h"

#include "appearance.h"
#include "besidewindow.h"
#include "celldelegate.h"
#include "dialogs.h"
#include "tabledata.h"
#include "textzoom.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace nianbao {

namespace {

constexpr qsizetype kMostOfTable = 5'000'000; // characters
constexpr qsizetype kTableAtOnce = 20'000; // a table of ours as an office program copies it
constexpr double kComfort = 0.5; // more height of a row when there is room, em

} // namespace

/// The heads of a scrolled table, drawn over it where they belong.
class FrozenPane final : public QWidget {
public:
    FrozenPane(GridView *view, bool keepsRows, bool keepsColumns)
        : QWidget(view), m_view(view), m_keepsRows(keepsRows), m_keepsColumns(keepsColumns)
    {
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.translate(-origin());
        const GridModel &model = *m_view->m_model;
        const int rows = m_keepsRows ? model.frozenRows() : model.rowCount();
        const int columns = m_keepsColumns ? model.frozenColumns() : model.columnCount();
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                m_view->paintCell(&painter, model.index(row, column));
        }
    }

    void mousePressEvent(QMouseEvent *event) override
    {
        const QPoint place = event->position().toPoint() + origin();
        const QModelIndex head = m_view->m_model->anchor(
            m_view->verticalHeader()->visualIndexAt(place.y() - m_view->verticalHeader()->offset()),
            m_view->horizontalHeader()->visualIndexAt(place.x() - m_view->horizontalHeader()->offset()));
        if (head.isValid())
            m_view->selectHead(head);
    }

    void wheelEvent(QWheelEvent *event) override { QCoreApplication::sendEvent(m_view->viewport(), event); }

private:
    QPoint origin() const
    {
        return {m_keepsColumns ? 0 : m_view->horizontalHeader()->offset(),
            m_keepsRows ? 0 : m_view->verticalHeader()->offset()};
    }

    GridView *m_view;
    const bool m_keepsRows;
    const bool m_keepsColumns;
};

GridView::GridView(QWidget *parent)
    : FocusedView(parent)
    , m_delegate(new CellDelegate(this))
    , m_topPane(new FrozenPane(this, true, false))
    , m_leftPane(new FrozenPane(this, false, true))
    , m_cornerPane(new FrozenPane(this, true, true))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::DoubleClicked);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    viewport()->setBackgroundRole(QPalette::Window); // under a short table there is nothing
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()}) {
        header->hide();
        header->setMinimumSectionSize(1);
        header->setSectionResizeMode(QHeaderView::Fixed);
    }
    connect(m_delegate, &CellDelegate::left, this, &GridView::navigate);
    TextZoom::ofThisPerson().dress(this);
}

void GridView::setGrid(GridModel *model)
{
    m_model = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &GridView::afterReset);
    afterReset();
}

void GridView::afterReset()
{
    clearSpans();
    const auto spans = m_model->spans();
    for (const QRect &span : spans)
        setSpan(span.y(), span.x(), span.height(), span.width());
    layOut();
    const QModelIndex same = m_model->anchor(std::min(m_lastPlace.y(), m_model->rowCount() - 1),
        std::min(m_lastPlace.x(), m_model->columnCount() - 1));
    moveTo(same.isValid() && m_model->isFigure(same) ? same : m_model->edgeFigure(false));
}

void GridView::layOut()
{
    if (!m_model || m_isLayingOut)
        return;
    m_isLayingOut = true;
    int room = -1;
    // new heights may show or hide the scroll bar, which changes the room
    for (int turn = 0; turn < 2 && room != viewport()->width(); ++turn) {
        room = viewport()->width();
        setSizes(room);
    }
    updateGeometry();
    m_isLayingOut = false;
    placePanes();
}

void GridView::setSizes(int room)
{
    const auto widths = gridsize::columnWidths(*m_model, font(), room);
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths[column]);
    const auto heights = gridsize::rowHeights(*m_model, font(), widths);
    const int needed = std::accumulate(heights.begin(), heights.end(), 0);
    const int rows = int(heights.size());
    const int comfort = int(kComfort * celltext::em(font()));
    m_comfortHeight = needed + rows * comfort + 1;
    setMaximumHeight(m_comfortHeight);
    const int extra = std::clamp((viewport()->height() - needed) / std::max(rows, 1), 0, comfort);
    for (int row = 0; row < rows; ++row)
        setRowHeight(row, heights[row] + extra);
}

int GridView::leastHeight(int width) const
{
    const auto heights
        = gridsize::rowHeights(*m_model, font(), gridsize::columnWidths(*m_model, font(), width));
    return std::accumulate(heights.begin(), heights.end(), 1);
}

QSize GridView::sizeHint() const
{
    return {int(48 * celltext::em(font())), std::max(m_comfortHeight, minimumSizeHint().height())};
}

QSize GridView::minimumSizeHint() const
{
    const double em = celltext::em(font());
    constexpr double kRows = 4.5; // below the heads, and room for a scroll bar
    const int heads = m_model && m_model->frozenRows() > 0
        ? verticalHeader()->sectionPosition(m_model->frozenRows() - 1) + rowHeight(m_model->frozenRows() - 1)
        : 0;
    return {
        int(20 * em), std::min(std::max(int(8 * em), heads + int(kRows * em)), std::max(m_comfortHeight, 1))};
}

/// Of the heads that stay while the table is scrolled: where they would take most of a small window, they are
/// scrolled with the rest.
QSize GridView::frozenSize() const
{
    const auto endOf = [](const QHeaderView *header, int sections, int room) {
        const int end
            = sections == 0 ? 0 : header->sectionPosition(sections - 1) + header->sectionSize(sections - 1);
        return end * 5 > room * 3 ? 0 : end;
    };
    return {endOf(horizontalHeader(), m_model->frozenColumns(), viewport()->width()),
        endOf(verticalHeader(), m_model->frozenRows(), viewport()->height())};
}

/// What the table itself is scrolled in, where a window is too small for all of the table.
void GridView::scrollAround(const QRect &cell)
{
    for (QWidget *around = parentWidget(); around; around = around->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(around);
        if (!area || !area->widget())
            continue;
        const QPoint middle = viewport()->mapTo(area->widget(), cell.center());
        area->ensureVisible(middle.x(), middle.y(), cell.width() / 2 + 1, cell.height() / 2 + 1);
    }
}

QRect GridView::figureArea() const
{
    QRect area = viewport()->rect();
    if (m_topPane->isVisibleTo(this))
        area.setTop(m_topPane->height());
    if (m_leftPane->isVisibleTo(this))
        area.setLeft(m_leftPane->width());
    return area;
}

void GridView::placePanes()
{
    if (!m_model)
        return;
    const QRect area = viewport()->geometry();
    const QSize frozen = frozenSize();
    const bool down = verticalHeader()->offset() > 0 && frozen.height() > 0;
    const bool across = horizontalHeader()->offset() > 0 && frozen.width() > 0;
    m_topPane->setGeometry(area.x(), area.y(), area.width(), frozen.height());
    m_leftPane->setGeometry(area.x(), area.y(), frozen.width(), area.height());
    m_cornerPane->setGeometry(m_leftPane->geometry() & m_topPane->geometry());
    m_leftPane->setVisible(across);
    m_topPane->setVisible(down);
    m_cornerPane->setVisible(down && across);
    for (FrozenPane *pane : {m_leftPane, m_topPane, m_cornerPane}) {
        pane->raise();
        pane->update();
    }
}

void GridView::paintCell(QPainter *painter, const QModelIndex &index)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int right = index.column() + columnSpan(index.row(), index.column()) - 1;
    const int bottom = index.row() + rowSpan(index.row(), index.column()) - 1;
    const QPoint topLeft(
        horizontalHeader()->sectionPosition(index.column()), verticalHeader()->sectionPosition(index.row()));
    option.rect = QRect(topLeft,
        QPoint(horizontalHeader()->sectionPosition(right) + columnWidth(right) - 1,
            verticalHeader()->sectionPosition(bottom) + rowHeight(bottom) - 1));
    m_delegate->paint(painter, option, index);
}

void GridView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    placePanes();
    if (dx != 0)
        viewport()->update(); // the words of wide heads stay in sight
}

void GridView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    if (!m_model || !index.isValid() || !m_model->isFigure(index))
        return;
    const QRect rect = visualRect(index);
    const QSize frozen = frozenSize();
    const int hidden = frozen.height() - rect.top();
    if (hidden > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - hidden);
    const int covered = frozen.width() - rect.left();
    if (covered > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - covered);
    if (hasFocus())
        scrollAround(visualRect(index));
}

void GridView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
    if (hasFocus()) // when all around it has its size, too
        QMetaObject::invokeMethod(
            this, [this] { scrollTo(currentIndex()); }, Qt::QueuedConnection);
}

void GridView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

void GridView::moveTo(const QModelIndex &index, bool extend)
{
    m_runColumn = -1;
    if (!index.isValid())
        return;
    if (!extend || !m_anchor.isValid())
        m_anchor = index;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    const QModelIndex from = m_anchor;
    const QItemSelection range(
        m_model->index(std::min(from.row(), index.row()), std::min(from.column(), index.column())),
        m_model->index(std::max(from.row(), index.row()), std::max(from.column(), index.column())));
    selectionModel()->select(range, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void GridView::goTo(const QModelIndex &index)
{
    if (!index.isValid() || !commitOpenEditor())
        return;
    moveTo(index);
    setFocus();
}

bool GridView::moveByArrow(int key, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex target = m_model->byKey(currentIndex(), key, modifiers & Qt::ControlModifier);
    if (target.isValid())
        moveTo(target, modifiers & Qt::ShiftModifier);
    return target.isValid();
}

/// Below the last row comes the first of the next column: what was typed just now is not typed over.
void GridView::moveByEnter(bool up)
{
    QModelIndex target;
    if (m_runColumn >= 0)
        target = m_model->figureFrom(m_model->index(currentIndex().row(), m_runColumn), up ? -1 : 1, 0, true);
    if (!target.isValid())
        target = m_model->inColumnOrder(currentIndex(), up);
    moveTo(target.isValid() ? target : currentIndex());
}

bool GridView::moveByTab(bool back)
{
    const QModelIndex start = currentIndex();
    const QModelIndex target = m_model->inReadingOrder(start, back);
    if (!target.isValid())
        return false;
    const int run = m_runColumn >= 0 ? m_runColumn : start.column();
    moveTo(target);
    if (!back)
        m_runColumn = target.row() == start.row() ? run : target.column();
    return true;
}

void GridView::navigate(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: moveByEnter(modifiers & Qt::ShiftModifier); break;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: focusNextPrevChild(key == Qt::Key_Tab && !(modifiers & Qt::ShiftModifier)); break;
    default: moveByArrow(key, modifiers);
    }
}

bool GridView::focusNextPrevChild(bool next)
{
    return (m_model && isVisible() && moveByTab(!next)) || QTableView::focusNextPrevChild(next);
}

bool GridView::event(QEvent *event)
{
    // the window's own shortcuts for copy and paste must not take these keys away from the grid
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        for (const auto standard : {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste,
                 QKeySequence::SelectAll, QKeySequence::Delete}) {
            if (key->matches(standard)) {
                event->accept();
                return true;
            }
        }
    }
    return QTableView::event(event);
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (!m_model || !currentIndex().isValid()) {
        event->ignore();
        return;
    }
    const QString text = event->text();
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Cut)) {
        cut();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        blank();
    } else if (event->key() == Qt::Key_F2) {
        edit(currentIndex(), QAbstractItemView::AllEditTriggers, event);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        navigate(event->key(), event->modifiers());
    } else if (event->key() == Qt::Key_Escape && selectedFigures().size() > 1) {
        moveTo(currentIndex());
    } else if (!moveByArrow(event->key(), event->modifiers())
        && (text.isEmpty() || !CellDelegate::beginsNumber(text.front()) || !startTyping(text))) {
        event->ignore();
    }
}

bool GridView::startTyping(const QString &text)
{
    if (!(m_model->flags(currentIndex()) & Qt::ItemIsEditable)) {
        Q_EMIT notice(m_model->kind(currentIndex()) == GridModel::Kind::Computed
                ? tr("This cell is computed from others; change those instead.")
                : tr("This report is open to look at only. Save a copy to edit it."));
        return true;
    }
    if (!edit(currentIndex(), QAbstractItemView::AllEditTriggers, nullptr))
        return false;
    auto *editor = qobject_cast<QLineEdit *>(indexWidget(currentIndex()));
    editor->selectAll(); // and not clear(): one undo of the line brings the figure back
    editor->insert(text);
    CellDelegate::setOpenedByTyping(editor);
    return true;
}

bool GridView::commitOpenEditor()
{
    QWidget *editor = currentIndex().isValid() ? indexWidget(currentIndex()) : nullptr;
    if (!editor)
        return true;
    if (!m_delegate->commit(editor))
        return false;
    closeEditor(editor, QAbstractItemDelegate::NoHint);
    return true;
}

void GridView::followFlags()
{
    const QModelIndex current = currentIndex();
    if (auto *editor = current.isValid() ? qobject_cast<QLineEdit *>(indexWidget(current)) : nullptr)
        editor->setReadOnly(!(current.flags() & Qt::ItemIsEditable));
}

void GridView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (hint == QAbstractItemDelegate::RevertModelCache || !CellDelegate::isRefused(editor))
        QTableView::closeEditor(editor, hint);
}

void GridView::mousePressEvent(QMouseEvent *event)
{
    if (!commitOpenEditor()) {
        indexWidget(currentIndex())->setFocus();
        return;
    }
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid())
        return;
    m_runColumn = -1;
    if (!m_model->isFigure(index)) {
        selectHead(index);
    } else if (event->button() == Qt::RightButton) {
        if (!selectionModel()->isSelected(index))
            moveTo(index);
    } else if (event->modifiers() & Qt::ShiftModifier) {
        moveTo(index, true);
    } else {
        m_anchor = index;
        QTableView::mousePressEvent(event);
    }
}

void GridView::selectHead(const QModelIndex &head)
{
    const auto [first, last] = m_model->figuresOf(head);
    if (!first.isValid() || !commitOpenEditor())
        return;
    moveTo(first);
    selectionModel()->select(QItemSelection(first, last), QItemSelectionModel::ClearAndSelect);
    setFocus();
}

void GridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    FocusedView::currentChanged(current, previous);
    setAttribute(Qt::WA_InputMethodEnabled, false); // figures need no Chinese input
    if (!current.isValid() || !m_model->isFigure(current))
        return;
    m_lastPlace = QPoint(current.column(), current.row());
    Q_EMIT currentMoved(current);
}

void GridView::focusInEvent(QFocusEvent *event)
{
    FocusedView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason) // a click leads elsewhere
        scrollTo(currentIndex());
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

// Blocks of figures

QList<QModelIndex> GridView::selectedFigures() const
{
    QList<QModelIndex> figures = selectionModel()->selectedIndexes();
    figures.removeIf([this](const QModelIndex &index) { return !m_model->isFigure(index); });
    if (figures.isEmpty() && currentIndex().isValid())
        figures.append(currentIndex());
    std::sort(figures.begin(), figures.end());
    return figures;
}

QRect GridView::selectionBounds() const
{
    QRect bounds;
    const auto figures = selectedFigures();
    for (const QModelIndex &index : figures)
        bounds |= QRect(index.column(), index.row(), 1, 1);
    return bounds;
}

void GridView::selectAll()
{
    const QModelIndex first = m_model->edgeFigure(false);
    if (first.isValid())
        selectionModel()->select(
            QItemSelection(first, m_model->index(m_model->rowCount() - 1, m_model->columnCount() - 1)),
            QItemSelectionModel::ClearAndSelect);
}

void GridView::copy() { QApplication::clipboard()->setMimeData(tableData(*m_model, selectedFigures())); }

void GridView::blank()
{
    QList<GridValue> values;
    const auto figures = selectedFigures();
    for (const QModelIndex &index : figures) {
        if (m_model->kind(index) == GridModel::Kind::Typed)
            values.append({index.row(), index.column(), std::nullopt, {}});
    }
    m_model->setValues(values, tr("Blank %n cells", nullptr, int(values.size())));
}

/// False when one was not answered: then nothing is pasted.
bool GridView::answerQuestions(PastePlan &plan)
{
    for (const PasteQuestion &question : std::as_const(plan.questions)) {
        QStringList words;
        for (const PasteQuestion::Answer &answer : question.answers)
            words.append(answer.words);
        const auto chosen = words.indexOf(dialogs::ask(this, question.words, {}, words));
        if (chosen < 0) {
            Q_EMIT notice(tr("Nothing was pasted."));
            return false;
        }
        plan.values += question.answers[chosen].values;
    }
    return true;
}

void GridView::paste() { pasteRead(&blockFrom); }
void GridView::pasteAsCells() { pasteRead(&cellsFrom); }

/// What holds more than any table is refused at once; a large one is read beside the window.
void GridView::pasteRead(TextBlock (*read)(const CopiedTable &))
{
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    if (!mime || !commitOpenEditor())
        return;
    const CopiedTable copied(*mime);
    if (copied.size() > kMostOfTable)
        return Q_EMIT notice(
            tr("Nothing was pasted: the clipboard holds %L1 characters, more than any table.")
                .arg(copied.size()));
    if (copied.size() <= kTableAtOnce)
        return pasteBlock(read(copied));
    const WaitWords words{tr("Paste"), tr("The copied table is being read…")};
    const auto block
        = besideWindow(this, words, [copied, read](const WorkProgress &) { return read(copied); });
    if (block)
        pasteBlock(*block);
}

void GridView::pasteBlock(const TextBlock &block)
{
    PastePlan plan = planPaste(block, selectionBounds(), *m_model);
    if (!plan.refusal.isEmpty()) {
        Q_EMIT notice(plan.refusal);
        return;
    }
    if (!answerQuestions(plan))
        return;
    const int count = int(plan.values.size());
    if (!m_model->setValues(plan.values, tr("Paste %n cells", nullptr, count)))
        return;
    QRect area;
    for (const GridValue &value : plan.values)
        area |= QRect(value.column, value.row, 1, 1);
    moveTo(m_model->index(area.top(), area.left()));
    selectionModel()->select(
        QItemSelection(m_model->index(area.top(), area.left()), m_model->index(area.bottom(), area.right())),
        QItemSelectionModel::ClearAndSelect);
    Q_EMIT notice(plan.summary());
}

} // namespace nianbao
