// SPDX-License-Identifier: MulanPSL-2.0
#include "flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace nianbao {

FlowLayout::FlowLayout(QWidget *parent, int gap) : QLayout(parent), m_gap(gap) { setContentsMargins({}); }

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    invalidate();
    return m_items.takeAt(index);
}

int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins m = contentsMargins();
    return {width + m.left() + m.right(), height + m.top() + m.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    const QMargins m = contentsMargins();
    return least + QSize(m.left() + m.right(), m.top() + m.bottom());
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const QMargins m = contentsMargins();
    const QRect inside = rect.marginsRemoved(m);
    QList<QLayoutItem *> line;
    int top = inside.top();
    int x = inside.left();
    int lineHeight = 0;
    const auto endLine = [&] {
        int left = inside.left();
        for (QLayoutItem *item : line) { // things of different heights stand on one middle
            const QSize size = item->sizeHint().boundedTo({inside.width(), lineHeight});
            if (apply)
                item->setGeometry(QRect(QPoint(left, top + (lineHeight - size.height()) / 2), size));
            left += size.width() + m_gap;
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!line.isEmpty() && x + size.width() > inside.left() + inside.width()) {
            endLine();
            top += lineHeight;
            x = inside.left();
            lineHeight = 0;
        }
        line.append(item);
        lineHeight = std::max(lineHeight, size.height());
        x += size.width() + m_gap;
    }
    endLine();
    return top + lineHeight - rect.top() + m.bottom();
}

} // namespace nianbao
