// SPDX-License-Identifier: MulanPSL-2.0
#include "fitteddialog.h"

#include "room.h"
#include "windowplace.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QScreen>
#include <QTimer>

namespace nianbao {

FittedDialog::FittedDialog(QWidget *parent, int columns)
    : WalkedAsSeen(parent), m_room(new Room(this)), m_inside(new QWidget), m_columns(columns)
{
    m_inside->setObjectName(QStringLiteral("scrolled"));
    m_room->setPage(m_inside);
    auto *layout = new QVBoxLayout(this);
    const int em = fontMetrics().height();
    layout->setContentsMargins(em, em, em, em);
    layout->setSpacing(em);
    layout->addWidget(m_room, 1);
    m_inside->installEventFilter(this);
}

void FittedDialog::setButtons(QDialogButtonBox *buttons) { layout()->addWidget(buttons); }

void FittedDialog::bringIntoSight(QWidget *part)
{
    QTimer::singleShot(0, part, [this, part] { m_room->ensureWidgetVisible(part); });
}

QSize FittedDialog::sizeHint() const
{
    const QMargins m = layout()->contentsMargins();
    const int least = m_inside->layout() ? m_inside->layout()->totalMinimumSize().width() : 0;
    const int width = std::max(m_columns * fontMetrics().height(), least + m.left() + m.right());
    const int room = width - m.left() - m.right();
    int height = m.top() + m.bottom();
    for (int i = 0; i < layout()->count(); ++i) {
        const QWidget *part = layout()->itemAt(i)->widget();
        const QLayout *inside = part == m_room ? m_inside->layout() : nullptr;
        height += i > 0 ? layout()->spacing() : 0;
        height += inside && inside->hasHeightForWidth() ? inside->totalHeightForWidth(room)
            : inside                                    ? inside->totalSizeHint().height()
            : part                                      ? part->sizeHint().height()
                                                        : 0;
    }
    return {width, height};
}

void FittedDialog::showEvent(QShowEvent *event)
{
    grow();
    QDialog::showEvent(event);
}

bool FittedDialog::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_inside && event->type() == QEvent::LayoutRequest && isVisible() && grow())
        windowplace::keepInside(*this); // it grows downwards
    return QDialog::eventFilter(object, event);
}

/// Before it is shown it has no place yet: whoever moved it then would keep it from its window's middle.
bool FittedDialog::grow()
{
    const QSize room = screen()->availableGeometry().marginsRemoved(windowplace::frameOf(*this)).size();
    const QSize wanted = size().expandedTo(sizeHint()).boundedTo(room);
    if (wanted == size())
        return false;
    resize(wanted);
    return true;
}

} // namespace nianbao
