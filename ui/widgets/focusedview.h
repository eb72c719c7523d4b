// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QAbstractItemView>
#include <QAccessible>

namespace nianbao {

/// A list, table or tree that tells a screen reader of its current line only while it has the focus, and then
/// also as soon as it has it. Qt's own tell of each change, hidden or not, and a reader is led away to where
/// nobody is.
template <typename View> class FocusedView : public View {
public:
    using View::View;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        if (this->hasFocus())
            View::currentChanged(current, previous);
        else
            QAbstractItemView::currentChanged(current, previous);
    }
    void focusInEvent(QFocusEvent *event) override
    {
        View::focusInEvent(event);
        if (QAccessible::isActive()) // after the event of the whole
            QMetaObject::invokeMethod(
                this, [this] { tellCurrent(); }, Qt::QueuedConnection);
    }

private:
    void tellCurrent()
    {
        const QModelIndex current = this->currentIndex();
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(this);
        if (!whole || !current.isValid() || !this->hasFocus())
            return;
        const QPoint middle = this->visualRect(current).center();
        QAccessibleInterface *line = whole->childAt(
            this->viewport()->mapToGlobal(middle).x(), this->viewport()->mapToGlobal(middle).y());
        if (!line)
            return;
        QAccessibleEvent told(this, QAccessible::Focus);
        told.setChild(whole->indexOfChild(line));
        QAccessible::updateAccessibility(&told);
    }
};

} // namespace nianbao
