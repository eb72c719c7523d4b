// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QStyledItemDelegate>

namespace nianbao {

/// A row of the history: when, where, who, and in one line what went and what came. Its height tells its kind
/// alone, so that ten thousand are laid out at once.
class HistoryCard final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The mark beside a move of the review, by the word of the command line: →, ↩, ✓.
QString moveMark(const QString &move);

} // namespace nianbao
