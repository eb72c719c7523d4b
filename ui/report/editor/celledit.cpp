// SPDX-License-Identifier: MulanPSL-2.0
#include "celledit.h"

#include <QEvent>
#include <QStyle>
#include <QStyleOptionFrame>

#include <algorithm>

namespace nianbao {

namespace {
constexpr int kBesideText = 2 * 2 + 1; // Qt's own margins in a line edit, and the cursor
} // namespace

CellEdit::CellEdit(QWidget *parent) : OwnUndoLine(parent)
{
    setObjectName(QStringLiteral("cellEdit"));
    setTextMargins(0, 0, 0, 0);
    connect(this, &QLineEdit::textChanged, this, &CellEdit::fit);
}

void CellEdit::setPlace(const QRect &cell, const QRect &area)
{
    m_cell = cell;
    m_area = area;
    fit();
}

void CellEdit::changeEvent(QEvent *event)
{
    OwnUndoLine::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void CellEdit::fit()
{
    if (m_cell.isEmpty())
        return;
    QStyleOptionFrame option;
    initStyleOption(&option);
    option.rect = QRect(0, 0, 1000, 1000); // whatever the style takes, it takes from any size
    const QSize taken
        = option.rect.size() - style()->subElementRect(QStyle::SE_LineEditContents, &option, this).size();
    const QFontMetrics metrics = fontMetrics();
    const int room = metrics.horizontalAdvance(u'0'); // for the digit that comes next
    const QSize needed(metrics.horizontalAdvance(text()) + room + kBesideText + taken.width(),
        metrics.height() + taken.height());
    QRect place(QPoint(), needed.expandedTo(m_cell.size()).boundedTo(m_area.size()));
    place.moveCenter(m_cell.center());
    if (alignment() & Qt::AlignRight) // the digits stay where the figure stands
        place.moveRight(m_cell.right());
    if (!m_area.intersects(m_cell)) { // scrolled away with its cell
        setGeometry(m_cell);
        return;
    }
    place.moveLeft(std::max(m_area.left(), std::min(place.left(), m_area.right() + 1 - place.width())));
    place.moveTop(std::max(m_area.top(), std::min(place.top(), m_area.bottom() + 1 - place.height())));
    setGeometry(place);
}

} // namespace nianbao
