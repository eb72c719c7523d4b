// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "watch.h"

#include <QApplication>

#include <functional>

namespace nianbao::test {

/// Tells the watch of each event.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        Watch &watch = Watch::instance();
        if (!watch.isWatched())
            return QApplication::notify(receiver, event);
        watch.enter(receiver, event);
        const bool result = QApplication::notify(receiver, event);
        watch.leave();
        return result;
    }
};

/// Does something when it is told to, as a button does.
class Worker final : public QObject {
public:
    explicit Worker(std::function<void()> work) : m_work(std::move(work)) { }
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_work();
        return true;
    }
    void doSoon() { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }

private:
    std::function<void()> m_work;
};

/// As an answer to an event.
inline void handle(const std::function<void()> &work)
{
    Worker worker(work);
    worker.doSoon();
    QCoreApplication::processEvents();
}

} // namespace nianbao::test
