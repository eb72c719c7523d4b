// SPDX-License-Identifier: MulanPSL-2.0
#include "fitteddialog.h"

#include "room.h"
#include "windowplace.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QShowEvent>
#include <QTimer>

#include <algorithm>

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
        if (part && part->isHidden())
            continue;
        const QLayout *inside = part == m_room ? m_inside->layout() : nullptr;
        height += i > 0 ? layout()->spacing() : 0;
        height += inside && inside->hasHeightForWidth() ? inside->totalHeightForWidth(room)
            : inside                                    ? inside->totalSizeHint().height()
            : part && part->hasHeightForWidth()         ? part->heightForWidth(room)
            : part                                      ? part->sizeHint().height()
                                                        : 0;
    }
    return {width, height};
}

void FittedDialog::showEvent(QShowEvent *event)
{
    grow();
    QDialog::showEvent(event);
    if (!event->spontaneous())
        QTimer::singleShot(0, this, &FittedDialog::beginAtTop); // when everything has its place
}

/// It is read from its top, however low the screen is: where the field to begin with would be out of sight,
/// the first one that is in sight has the focus. Not in place of a passphrase: typed at once it would stand
/// there in clear.
void FittedDialog::beginAtTop()
{
    QWidget *chosen = focusWidget();
    if (!chosen || !m_inside->isAncestorOf(chosen))
        return;
    if (QLayout *layout = m_inside->layout())
        layout->activate();
    const auto *line = qobject_cast<const QLineEdit *>(chosen);
    if (line && line->echoMode() != QLineEdit::Normal)
        return m_room->ensureWidgetVisible(chosen);
    const auto isSeen = [this](const QWidget *part) { return m_room->isSeenFrom({}, *part); };
    if (!isSeen(chosen)) {
        const auto stops = tabstops::asSeen(*m_inside);
        const auto first = std::find_if(stops.begin(), stops.end(), [&](const QWidget *stop) {
            return stop->isVisible() && stop->isEnabled() && !qobject_cast<const QLabel *>(stop)
                && isSeen(stop);
        });
        if (first != stops.end())
            (*first)->setFocus();
    }
    m_room->verticalScrollBar()->setValue(0);
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
