// SPDX-License-Identifier: MulanPSL-2.0
#include "hitdelegate.h"

#include "appearance.h"
#include "findmodel.h"
#include "foundground.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace nianbao {

namespace {

/// From top to bottom.
struct HitRects {
    QRect part{}; // empty: none
    QRect check{};
    QRect words{};
    QRect reason{}; // empty: none
    int bottom = 0;
};

HitRects rectsOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int line = QFontMetrics(option.font).height();
    const int edge = line / 2;
    const QRect whole = option.rect;
    HitRects rects;
    int y = whole.top();
    if (!index.data(FindModel::PartRole).toString().isEmpty()) {
        rects.part = QRect(whole.left() + edge, y + line / 4, whole.width() - 2 * edge, line);
        y += line * 3 / 2;
    }
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int mark = style->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, option.widget);
    const int left = whole.left() + edge;
    rects.check = QRect(left, y + (line * 3 / 2 - mark) / 2, mark, mark);
    const bool hasCheck = index.data(Qt::CheckStateRole).isValid();
    const int begin = hasCheck ? rects.check.right() + edge : left;
    rects.words = QRect(begin, y + line / 4, std::max(0, whole.right() - edge - begin), line);
    y += line * 3 / 2;
    if (!index.data(FindModel::ReasonRole).toString().isEmpty()) {
        rects.reason = QRect(begin, y - line / 4, rects.words.width(), line);
        y += line;
    }
    rects.bottom = y;
    return rects;
}

/// Words one after the other in a line, each with its look.
class LineOfWords {
public:
    LineOfWords(QPainter &painter, const QRect &line) : m_painter(painter), m_line(line), m_x(line.left()) { }

    int room() const { return std::max(0, m_line.right() + 1 - m_x); }

    void add(const QString &words, const QFont &font, const QColor &colour, const QColor &ground,
        Qt::TextElideMode elide, int most)
    {
        const QFontMetrics metrics(font);
        const QString shown
            = metrics.elidedText(QString(words).replace(u'\n', u' '), elide, std::min(most, room()));
        const QRect at(
            m_x, m_line.top(), std::min(metrics.horizontalAdvance(shown), room()), m_line.height());
        if (ground.isValid())
            m_painter.fillRect(at, ground);
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        m_x += at.width();
    }

private:
    QPainter &m_painter;
    const QRect m_line;
    int m_x;
};

void paintWords(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &line)
{
    const QPalette &palette = option.palette;
    const bool isChosen = option.state & QStyle::State_Selected;
    const QColor text = palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text);
    const QVariant comes = index.data(FindModel::ReplacementRole);
    LineOfWords words(painter, line);
    words.add(index.data(FindModel::BeforeRole).toString(), option.font, text, {}, Qt::ElideLeft,
        line.width() * 3 / 10);
    const int most = line.width() * (comes.isValid() ? 35 : 60) / 100;
    QFont found = option.font;
    if (comes.isValid()) {
        found.setStrikeOut(true);
        words.add(index.data(FindModel::FoundRole).toString(), found,
            appearance::levelColour(palette, Level::Error), {}, Qt::ElideMiddle, most);
        QFont fresh = appearance::scaled(option.font, 1, true);
        fresh.setUnderline(true);
        words.add(comes.toString(), fresh, appearance::okColour(palette), {}, Qt::ElideMiddle, most);
    } else {
        words.add(index.data(FindModel::FoundRole).toString(), found, palette.color(QPalette::Text),
            appearance::foundGround(palette), Qt::ElideMiddle, most);
    }
    words.add(
        index.data(FindModel::AfterRole).toString(), option.font, text, {}, Qt::ElideRight, words.room());
}

} // namespace

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const HitRects rects = rectsOf(option, index);
    const QPalette &palette = option.palette;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    painter->save();
    const QString part = index.data(FindModel::PartRole).toString();
    if (!part.isEmpty()) {
        const QRect head(option.rect.left(), option.rect.top(), option.rect.width(),
            rects.part.bottom() + rects.part.height() / 4 - option.rect.top());
        painter->fillRect(head, appearance::surface(palette));
        const QFont bold = appearance::scaled(option.font, 1, true);
        painter->setFont(bold);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(rects.part, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(bold).elidedText(part, Qt::ElideRight, rects.part.width()));
    }
    if (option.state & QStyle::State_Selected) {
        const QRect body = option.rect.adjusted(0, part.isEmpty() ? 0 : rects.part.height() * 3 / 2, 0, 0);
        painter->fillRect(body, palette.color(QPalette::Highlight));
        painter->fillRect(body.left(), body.top(), 3, body.height(), appearance::accent(palette));
    }
    if (const QVariant ticked = index.data(Qt::CheckStateRole); ticked.isValid()) {
        QStyleOptionViewItem check = option;
        check.rect = rects.check;
        check.state
            = QStyle::State_Enabled | (ticked.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);
    }
    paintWords(*painter, option, index, rects.words);
    if (!rects.reason.isEmpty()) {
        const QFont small = appearance::scaled(option.font, 0.9);
        painter->setFont(small);
        painter->setPen(appearance::accent(palette));
        painter->drawText(rects.reason, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(small).elidedText(
                appearance::levelMark(Level::Hint) + u' ' + index.data(FindModel::ReasonRole).toString(),
                Qt::ElideRight, rects.reason.width()));
    }
    painter->setPen(appearance::line(palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem wide = option;
    initStyleOption(&wide, index);
    if (const auto *view = qobject_cast<const QListView *>(option.widget))
        wide.rect = QRect(0, 0, view->viewport()->width(), 0);
    return QSize(wide.rect.width(), rectsOf(wide, index).bottom + 1);
}

bool HitDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant ticked = index.data(Qt::CheckStateRole);
    if (!ticked.isValid())
        return false;
    if (event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space)
            return false;
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const auto *click = static_cast<QMouseEvent *>(event);
        const int near = QFontMetrics(option.font).height() / 2;
        if (click->button() != Qt::LeftButton
            || !rectsOf(option, index).check.adjusted(-near, -near, near, near).contains(click->pos()))
            return false;
    } else {
        return false;
    }
    return model->setData(
        index, int(ticked.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace nianbao
