// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "focusedview.h"
#include "openeditor.h"
#include "tablemodel.h"

#include <QTableView>

namespace nianbao {

class CellDelegate;
class FrozenPane;

/// A statutory table as it stands on paper, with the keys of a spreadsheet. Takes what it needs from a
/// GridModel; rows and columns are as large as their texts need in the font, no larger than the room allows.
class GridView final : public FocusedView<QTableView>, public OpenEditor {
    Q_OBJECT
public:
    explicit GridView(QWidget *parent = nullptr);

    void setGrid(GridModel *model);
    /// False when the value was refused: the editor stays open with its text.
    bool commitOpenEditor() override;
    void followFlags(); // the model has made cells editable or not: an open editor too
    void goTo(const QModelIndex &index);
    int leastHeight(int width) const; // at which all rows are seen
    QRect figureArea() const; // of the viewport, without the heads that stay while it is scrolled
    QList<QModelIndex> selectedFigures() const; // in reading order; at least the current one
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

public Q_SLOTS:
    void copy();
    void cut()
    {
        copy();
        blank();
    }
    void paste();
    void pasteAsCells(); // also what is no table: its blanks part cells
    void blank(); // the selected typed cells
    void selectAll() override;

Q_SIGNALS:
    void currentMoved(const QModelIndex &index);
    void notice(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override
    {
        return query == Qt::ImEnabled ? QVariant(false) : QTableView::inputMethodQuery(query);
    }

private:
    void scrollAround(const QRect &cell);
    friend class FrozenPane;
    void layOut();
    void setSizes(int room); // width in pixels
    void placePanes();
    QSize frozenSize() const;
    void afterReset();
    void moveTo(const QModelIndex &index, bool extend = false);
    void navigate(int key, Qt::KeyboardModifiers modifiers);
    bool moveByArrow(int key, Qt::KeyboardModifiers modifiers);
    void moveByEnter(bool up);
    bool moveByTab(bool back);
    QRect selectionBounds() const; // x column, y row
    bool startTyping(const QString &text);
    void pasteRead(TextBlock (*read)(const CopiedTable &));
    void pasteBlock(const TextBlock &block);
    void selectHead(const QModelIndex &head);
    bool answerQuestions(PastePlan &plan);
    void paintCell(QPainter *painter, const QModelIndex &index);

    GridModel *m_model = nullptr;
    CellDelegate *m_delegate;
    FrozenPane *m_topPane;
    FrozenPane *m_leftPane;
    FrozenPane *m_cornerPane;
    QPersistentModelIndex m_anchor; // where the selection began
    QPoint m_lastPlace; // current cell, to find it again after a reset
    int m_runColumn = -1; // where a row of Tabs began
    int m_comfortHeight = 0;
    bool m_isLayingOut = false;
};

} // namespace nianbao
