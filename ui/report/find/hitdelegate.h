// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStyledItemDelegate>

namespace nianbao {

/// A place that was found: above the first one of a part of the report its name, then the words around it,
/// with what goes and what comes where it will be replaced, then what speaks against that. A click on the
/// check mark, or the space bar, ticks it.
class HitDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
};

} // namespace nianbao
