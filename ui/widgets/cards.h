// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "focusedview.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace nianbao {

/// One entry of a list: a coloured edge, a title in bold, sentences, a quiet last line. Words to the letter.
struct Card {
    QColor colour{};
    QString title{};
    QString body{}; // its lines are paragraphs
    QString foot{};
    bool isQuiet = false; // done with: its sentences are quiet
};

/// Paints each entry as a card as high as its words need.
class CardDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    virtual Card cardOf(const QPalette &palette, const QModelIndex &index) const = 0;
};

/// A list of cards, whose heights follow its width.
class CardView final : public FocusedView<QListView> {
    Q_OBJECT
public:
    CardView(const QString &name, QWidget *parent); // for screen readers
    /// Chooses the card after the chosen one, or before it, among the first so many. False: there is none,
    /// and none is chosen any more, so that the next step begins anew.
    bool step(int direction, int among);
    void noteSeen() { m_cameFrom = 0; } // the chosen card was led to
    /// No higher than its cards need: what stands below it follows the last of them.
    void keepToCards();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_keepsToCards = false;
    int m_cardsHeight = 0;
    bool m_isLosing = false; // a card, now
    /// The chosen card took the place of one that went: from after it (1) or before it (-1). It was chosen by
    /// nobody, so it is the next one.
    int m_cameFrom = 0;
};

} // namespace nianbao
