// SPDX-License-Identifier: MulanPSL-2.0
#include "windows.h"

#include "dialogs.h"
#include "mainwindow.h"
#include "programlog.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace nianbao {

namespace {

constexpr int kLookAgainMs = 100; // whether the dialog is still open
constexpr qsizetype kMostWaiting = 20; // starts; a person who clicks on and on means the same

} // namespace

Windows::Windows(QObject *parent) : QObject(parent)
{
    connect(qApp, &QGuiApplication::lastWindowClosed, this, [this] { m_isClosed = true; });
}

Windows::~Windows()
{
    for (MainWindow *window : all())
        delete window;
}

QList<MainWindow *> Windows::all() const
{
    QList<MainWindow *> windows;
    for (const QPointer<MainWindow> &window : m_windows) {
        if (window)
            windows.append(window);
    }
    return windows;
}

MainWindow &Windows::make()
{
    auto *window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &MainWindow::newWindowRequested, this, [this] { showNew(); });
    const auto others = [this, window] {
        QList<MainWindow *> windows = all();
        windows.removeOne(window);
        return windows;
    };
    connect(window, &MainWindow::rulesChanged, this, [others](const RuleSet &rules) {
        for (MainWindow *other : others())
            other->judgeBy(rules);
    });
    connect(window, &MainWindow::recentChanged, this, [others] {
        for (MainWindow *other : others())
            other->followRecent();
    });
    std::erase_if(m_windows, [](const QPointer<MainWindow> &each) { return !each; });
    m_windows.emplace_back(window);
    return *window;
}

/// Beside the one in front, so that it is seen that there are two.
MainWindow &Windows::showNew()
{
    const MainWindow *before = front();
    MainWindow &window = make();
    if (before && !before->isMaximized() && !before->isFullScreen()) {
        const int step = window.fontMetrics().height() * 2;
        window.resize(before->size());
        window.move(before->pos() + QPoint(step, step));
    }
    window.start();
    window.comeForward();
    return window;
}

MainWindow *Windows::front() const
{
    if (auto *active = qobject_cast<MainWindow *>(QApplication::activeWindow()))
        return active;
    const QList<MainWindow *> windows = all();
    return windows.isEmpty() ? nullptr : windows.last();
}

MainWindow &Windows::freeOne()
{
    for (MainWindow *window : all()) {
        if (window->isVisible() && window->isFree())
            return *window;
    }
    return showNew();
}

void Windows::take(const StartRequest &request)
{
    qCInfo(lcProgram, "a start asks for %d files", int(request.files.size()));
    if (m_waiting.size() < kMostWaiting) {
        if (request.isSample || request.files.isEmpty())
            m_waiting.append({{}, request.isSample});
        for (const QString &path : request.files) // one at a time: the event loop comes between them
            m_waiting.append({{path}, false});
    }
    if (MainWindow *window = dialogs::isOpen() ? front() : nullptr)
        window->comeForward(); // there is a question first
    doSoon();
}

void Windows::doSoon(int milliseconds) { QTimer::singleShot(milliseconds, this, &Windows::doNext); }

void Windows::doNext()
{
    if (m_waiting.isEmpty())
        return;
    if (dialogs::isOpen() || m_isBusy || std::exchange(m_isClosed, false))
        return doSoon(kLookAgainMs); // an event loop that is ending waits for no file
    const QScopedValueRollback busy(m_isBusy, true);
    meet(m_waiting.takeFirst());
    if (!m_waiting.isEmpty())
        doSoon();
}

void Windows::meet(const StartRequest &request)
{
    if (request.isSample)
        freeOne().openSample();
    for (const QString &path : request.files)
        openFile(path);
    if (request.files.isEmpty() && !request.isSample) {
        MainWindow *window = front();
        window ? window->comeForward() : static_cast<void>(showNew());
    }
}

/// What cannot be opened was said, in front of a window.
void Windows::openFile(const QString &path)
{
    MainWindow *before = front();
    const auto file = (before ? *before : freeOne()).find(path);
    if (!file)
        return;
    MainWindow &window = file->window ? *file->window : freeOne();
    window.comeForward();
    window.openFound(path, *file);
}

bool Windows::isAnySeen() const
{
    const QList<MainWindow *> windows = all();
    return std::any_of(
        windows.cbegin(), windows.cend(), [](const MainWindow *window) { return window->isVisible(); });
}

int Windows::run(const std::function<bool()> &isEnding)
{
    int code = 0;
    do {
        code = QApplication::exec();
        if (isEnding())
            break;
        QCoreApplication::sendPostedEvents(); // of a start that was answered just now
    } while (isAnySeen() || !m_waiting.isEmpty());
    return code;
}

void Windows::letGo()
{
    m_waiting.clear();
    for (MainWindow *window : all())
        window->letGo();
}

} // namespace nianbao
