// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QAccessibleWidget>

namespace nianbao {

/// What a screen reader is told of a widget that shows several lines of text: the frame of it. Which text,
/// where it stands and what is chosen in it says the widget's own class.
class LinesAccess : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    using QAccessibleWidget::QAccessibleWidget;

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.multiLine = true;
        state.readOnly = true;
        return state;
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? text(0, characterCount()) : QAccessibleWidget::text(kind);
    }
    using QAccessibleTextInterface::text;
};

/// From now on each Widget is told of by an Access, which is made of it.
template <typename Widget, typename Access> void installLinesAccess()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString &className, QObject *object) -> QAccessibleInterface * {
            const bool isOne = className == QLatin1String(Widget::staticMetaObject.className());
            return isOne ? new Access(static_cast<Widget *>(object)) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace nianbao
