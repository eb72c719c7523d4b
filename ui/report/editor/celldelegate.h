// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStyledItemDelegate>

namespace nianbao {

class GridModel;

/// Lines of a cell's text and the room they need, set tighter than a paragraph so that the statutory tables
/// fit on an office screen.
namespace celltext {
double em(const QFont &font); // pixels
QFont headFont(const QFont &font);
/// Height of the text broken at the width; stacked: one character a line.
double height(const QString &text, const QFont &font, double width, bool stacked);
} // namespace celltext

/// Widths of columns and heights of rows, in pixels.
namespace gridsize {
/// The model's widths fitted to the room, no column narrower than its figures need.
QList<int> columnWidths(const GridModel &model, const QFont &font, int room);
/// What the texts need: nothing is clipped.
QList<int> rowHeights(const GridModel &model, const QFont &font, const QList<int> &widths);
} // namespace gridsize

/// Draws the cells of a GridModel and edits its figures. Knows characters, not meaning: a refused value keeps
/// its editor open.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Hands the text to the model. True when it was taken; the editor is then to be closed.
    bool commit(QWidget *editor);
    /// Editors opened by typing are left by the arrow keys, those opened by F2 are walked through.
    static void setOpenedByTyping(QWidget *editor);
    static bool beginsNumber(QChar c); // typed on a cell, it opens the editor
    static bool isRefused(const QWidget *editor);

Q_SIGNALS:
    void left(int key, Qt::KeyboardModifiers modifiers); // the editor was closed by this key

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool handleKey(QWidget *editor, int key, Qt::KeyboardModifiers modifiers);
};

} // namespace nianbao
