// SPDX-License-Identifier: MulanPSL-2.0
#include "menukey.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace nianbao {

namespace {

class MenuKey final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() != Qt::Key_F10 || key->modifiers() != Qt::ShiftModifier)
            return false;
        auto *widget = qobject_cast<QWidget *>(object);
        if (!widget || widget != QApplication::focusWidget())
            return false;
        openAt(*widget);
        return true;
    }

private:
    static void openAt(QWidget &widget)
    {
        const QRect cursor = widget.inputMethodQuery(Qt::ImCursorRectangle).toRect();
        const QRect whole = widget.rect();
        const QPoint place = whole.contains(cursor.center()) && cursor.isValid()
            ? QPoint(std::max(cursor.left(), whole.left()) + cursor.height() / 2, cursor.center().y())
            : whole.center();
        QContextMenuEvent wish(QContextMenuEvent::Keyboard, place, widget.mapToGlobal(place), Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &wish);
    }
};

} // namespace

void menukey::listen()
{
    static QPointer<MenuKey> key;
    if (!key) {
        key = new MenuKey(qApp);
        qApp->installEventFilter(key);
    }
}

} // namespace nianbao
