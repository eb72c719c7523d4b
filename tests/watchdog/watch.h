// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include <QByteArray>

class QAbstractEventDispatcher;
class QEvent;
class QObject;

namespace nianbao::test {

/// A time in which the window's thread did not return to an event loop.
struct Pause {
    qint64 nanoseconds = 0;
    qint64 syncing = 0; // of them, waiting for the disk to say that it has the bytes
    QByteArray cause{}; // event, receiver, and the test that it was in
    double milliseconds() const { return double(nanoseconds) / 1e6; }
    double withoutSync() const { return double(nanoseconds - syncing) / 1e6; }
};

/// What nobody feels, in milliseconds without the disk's sync.
#ifdef __OPTIMIZE__
inline constexpr double kLongestPause = 100;
#else
inline constexpr double kLongestPause = 400; // the same work, as a build without optimization does it
#endif

/// Watches the thread of the window from the delivery of each event to its end, or to where an event loop
/// inside it, as of a dialog, waits. Waiting is no pause.
class Watch {
public:
    static Watch &instance();

    void enter(const QObject *receiver, const QEvent *event); // an event is going to be delivered
    void leave(); // it has been
    void follow(QAbstractEventDispatcher *dispatcher); // of the thread that is watched: this one
    bool isWatched() const; // the calling thread
    void sync(qint64 nanoseconds); // it waited for the disk
    void forget();

    const Pause &longest() const { return m_longest; }
    const Pause &longestWithoutSync() const { return m_longestWithoutSync; }
    int syncs() const { return m_syncs; }
    int countOver100() const { return m_over100; } // pauses without sync

private:
    void begin();
    void end();
    void aboutToWait();
    void awake();
    int m_depth = 0; // of deliveries
    int m_waitingAt = -1; // depth of the event loop that waits
    qint64 m_begin = -1;
    qint64 m_syncing = 0;
    int m_syncs = 0;
    int m_over100 = 0;
    int m_event = 0;
    const char *m_receiver = "";
    Pause m_longest{};
    Pause m_longestWithoutSync{};
};

} // namespace nianbao::test
