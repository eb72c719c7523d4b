// SPDX-License-Identifier: MulanPSL-2.0
#include "cards.h"

#include "appearance.h"

#include <QPainter>

#include <utility>

namespace nianbao {

namespace {

struct Parts {
    QRect title, body, foot;
};

int gap(const QStyleOptionViewItem &option) { return QFontMetrics(option.font).height() / 2; }

Parts partsOf(const QStyleOptionViewItem &option, const Card &card)
{
    const int g = gap(option);
    const QRect inner = option.rect.adjusted(g * 2 + 4, g + g / 2, -g * 2, 0);
    const QFontMetrics bold(appearance::scaled(option.font, 1, true));
    const QFontMetrics plain(option.font);
    const auto height = [&](const QFontMetrics &metrics, const QString &text) {
        return metrics.boundingRect(QRect(0, 0, inner.width(), 10000), Qt::TextWordWrap, text).height();
    };
    Parts parts;
    parts.title = QRect(inner.topLeft(), QSize(inner.width(), height(bold, card.title)));
    parts.body = QRect(inner.left(), parts.title.bottom() + 3, inner.width(), height(plain, card.body));
    parts.foot = QRect(inner.left(), parts.body.bottom() + 3, inner.width(), height(plain, card.foot));
    return parts;
}

} // namespace

void CardDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Card card = cardOf(option.palette, index);
    const Parts parts = partsOf(option, card);
    const QRect frame = option.rect.adjusted(gap(option), gap(option) / 2, -gap(option), -gap(option) / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state & QStyle::State_Selected;
    painter->setPen(current ? QPen(card.colour, 2) : QPen(appearance::line(option.palette), 1));
    painter->setBrush(option.palette.base());
    painter->drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter->fillRect(QRect(frame.left() + 1, frame.top() + 5, 3, frame.height() - 10), card.colour);
    painter->setFont(appearance::scaled(option.font, 1, true));
    painter->setPen(card.colour);
    painter->drawText(parts.title, Qt::AlignLeft | Qt::TextWordWrap, card.title);
    painter->setFont(option.font);
    painter->setPen(card.isQuiet ? appearance::quiet(option.palette) : option.palette.color(QPalette::Text));
    painter->drawText(parts.body, Qt::AlignLeft | Qt::TextWordWrap, card.body);
    painter->setFont(appearance::scaled(option.font, 0.9));
    painter->setPen(appearance::quiet(option.palette));
    painter->drawText(parts.foot, Qt::AlignLeft | Qt::TextWordWrap, card.foot);
    if (option.state & QStyle::State_HasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(appearance::accent(option.palette), 2));
        painter->drawRoundedRect(QRectF(frame).adjusted(-2, -2, 2, 2), 6, 6);
    }
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem wide = option;
    if (const auto *view = qobject_cast<const QListView *>(option.widget))
        wide.rect.setWidth(view->viewport()->width());
    wide.rect.moveTop(0);
    const Parts parts = partsOf(wide, cardOf(option.palette, index));
    return QSize(wide.rect.width(), parts.foot.bottom() + gap(option) * 2);
}

CardView::CardView(const QString &name, QWidget *parent) : FocusedView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void CardView::keepToCards()
{
    m_keepsToCards = true;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

QSize CardView::sizeHint() const
{
    const QSize usual = FocusedView::sizeHint();
    return m_keepsToCards ? QSize(usual.width(), m_cardsHeight) : usual;
}

/// A card of a few lines; a lower panel is scrolled.
QSize CardView::minimumSizeHint() const
{
    const int least = fontMetrics().height() * 10;
    return {FocusedView::minimumSizeHint().width(), m_keepsToCards ? std::min(least, m_cardsHeight) : least};
}

/// The cards stand in their places: only now it is known how high all of them are.
void CardView::updateGeometries()
{
    FocusedView::updateGeometries();
    const int height = contentsSize().height();
    if (!m_keepsToCards || height == m_cardsHeight)
        return;
    m_cardsHeight = height;
    updateGeometry();
}

bool CardView::step(int direction, int among)
{
    const QModelIndex current = currentIndex();
    const int cameFrom = std::exchange(m_cameFrom, 0);
    if (current.isValid() && current.row() < among && cameFrom != 0 && (direction > 0 || cameFrom < 0))
        return true;
    const int row = current.isValid() ? current.row() + direction : direction > 0 ? 0 : among - 1;
    const bool isThere = row >= 0 && row < among;
    setCurrentIndex(isThere ? model()->index(row, 0) : QModelIndex());
    return isThere;
}

void CardView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    m_isLosing = true;
    FocusedView::rowsAboutToBeRemoved(parent, first, last);
    m_isLosing = false;
}

void CardView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_cameFrom = !m_isLosing || !current.isValid() ? 0 : current.row() > previous.row() ? 1 : -1;
    FocusedView::currentChanged(current, previous);
}

void CardView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!hasFocus() || currentIndex().isValid()) // which shows it
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(appearance::accent(palette()), 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void CardView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace nianbao
