// SPDX-License-Identifier: MulanPSL-2.0
#include "windowplace.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QPointer>
#include <QScreen>
#include <QStyle>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace nianbao::windowplace {

namespace {

const QByteArray kFilled = QByteArrayLiteral("filled"); // behind what Qt reads

class DialogKeeper final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Show) {
            if (auto *dialog = qobject_cast<QDialog *>(object); dialog && dialog->isWindow())
                fit(*dialog);
        }
        return false;
    }

private:
    static void fit(QDialog &dialog)
    {
        const QWidget *near = dialog.parentWidget() ? dialog.parentWidget()->window() : &dialog;
        const QSize room = near->screen()->availableGeometry().marginsRemoved(frameOf(dialog)).size();
        const QSize fitting = dialog.size().boundedTo(room);
        if (fitting != dialog.size())
            dialog.resize(fitting);
    }
};

} // namespace

QRect within(const QRect &free, const QMargins &frame, const QRect &wanted)
{
    const QRect room = free.marginsRemoved(frame);
    QRect result(wanted.topLeft(), wanted.size().boundedTo(room.size()));
    result.moveLeft(std::clamp(result.left(), room.left(), room.left() + room.width() - result.width()));
    result.moveTop(std::clamp(result.top(), room.top(), room.top() + room.height() - result.height()));
    return result;
}

QMargins frameOf(const QWidget &window)
{
    if (const QWindow *native = window.windowHandle(); native && native->isExposed())
        return native->frameMargins();
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    constexpr int kEdge = 4;
    return {kEdge, title + kEdge, kEdge, kEdge};
}

QRect freeAreaFor(const QRect &geometry)
{
    const QScreen *best = QGuiApplication::primaryScreen();
    const auto shared = [&geometry](const QScreen *screen) {
        const QRect part = screen->availableGeometry().intersected(geometry);
        return qint64(part.width()) * part.height();
    };
    for (const QScreen *screen : QGuiApplication::screens()) {
        if (shared(screen) > shared(best))
            best = screen;
    }
    return best->availableGeometry();
}

QByteArray state(const QWidget &window)
{
    return window.saveGeometry() + (window.isMaximized() ? kFilled : QByteArray());
}

bool filledScreen(const QByteArray &state) { return state.endsWith(kFilled); }

void keepInside(QWidget &window)
{
    const QRect before = window.geometry();
    const QRect fitting = within(freeAreaFor(before), frameOf(window), before);
    if (window.isMaximized() || window.isFullScreen() || fitting == before)
        return;
    if (window.isVisible() || window.testAttribute(Qt::WA_Moved))
        window.setGeometry(fitting);
    else
        window.resize(fitting.size()); // the window manager knows a good place
}

void keepDialogsInside()
{
    static QPointer<DialogKeeper> keeper;
    if (!keeper) {
        keeper = new DialogKeeper(qApp);
        qApp->installEventFilter(keeper);
    }
}

} // namespace nianbao::windowplace
