// SPDX-License-Identifier: MulanPSL-2.0
#include "findline.h"

#include "bounds.h"

#include <QKeyEvent>

namespace nianbao {

FindLine::FindLine(const QString &name, QWidget *parent) : OwnUndoLine(parent)
{
    setAccessibleName(name);
    setMaxLength(int(bounds::kLine));
    offerClearing(*this);
}

void FindLine::forgetUndo() { setText(QString(text())); }

void FindLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT stepRequested(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (event->key() == Qt::Key_Down)
        Q_EMIT listRequested();
    else
        OwnUndoLine::keyPressEvent(event);
}

} // namespace nianbao
