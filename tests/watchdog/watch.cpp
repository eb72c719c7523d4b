// SPDX-License-Identifier: MulanPSL-2.0
#include "watch.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QMetaEnum>

#include <ctime>
#include <dlfcn.h>
#include <unistd.h>

namespace nianbao::test {

namespace {

constexpr qint64 kTooLong = 100'000'000; // ns

qint64 clockNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

pid_t s_thread = 0; // that is watched

/// Of the test that runs, if the program is one.
QByteArray testNow()
{
    using Name = const char *(*)();
    static const auto function
        = reinterpret_cast<Name>(dlsym(RTLD_DEFAULT, "_ZN5QTest19currentTestFunctionEv"));
    static const auto tag = reinterpret_cast<Name>(dlsym(RTLD_DEFAULT, "_ZN5QTest14currentDataTagEv"));
    QByteArray name = function && function() ? function() : "";
    if (!name.isEmpty() && tag && tag())
        name += QByteArray("(") + tag() + ')';
    return name;
}

using Sync = int (*)(int);

int timedSync(const char *name, int descriptor)
{
    const auto real = reinterpret_cast<Sync>(dlsym(RTLD_NEXT, name));
    const qint64 begin = clockNow();
    const int result = real(descriptor);
    if (Watch::instance().isWatched())
        Watch::instance().sync(clockNow() - begin);
    return result;
}

} // namespace

Watch &Watch::instance()
{
    static Watch watch;
    return watch;
}

bool Watch::isWatched() const { return s_thread == gettid(); }

void Watch::begin()
{
    m_begin = clockNow();
    m_syncing = 0;
}

void Watch::end()
{
    if (m_begin < 0)
        return;
    Pause pause{clockNow() - m_begin, m_syncing, {}};
    m_begin = -1;
    const qint64 without = pause.nanoseconds - pause.syncing;
    m_over100 += without > kTooLong ? 1 : 0;
    const bool isLongest = pause.nanoseconds > m_longest.nanoseconds;
    const bool isLongestWithout = without > m_longestWithoutSync.nanoseconds - m_longestWithoutSync.syncing;
    if (!isLongest && !isLongestWithout)
        return;
    const char *event = QMetaEnum::fromType<QEvent::Type>().valueToKey(m_event);
    pause.cause = (event ? QByteArray(event) : QByteArray::number(m_event)) + " to " + m_receiver;
    if (const QByteArray test = testNow(); !test.isEmpty())
        pause.cause += " in " + test;
    if (isLongest)
        m_longest = pause;
    if (isLongestWithout)
        m_longestWithoutSync = pause;
}

void Watch::enter(const QObject *receiver, const QEvent *event)
{
    if (m_depth++ == 0 || m_depth - 1 == m_waitingAt) {
        begin();
        m_event = event->type();
        m_receiver = receiver ? receiver->metaObject()->className() : "";
    }
}

void Watch::leave()
{
    --m_depth;
    if (m_depth == 0 || m_depth == m_waitingAt)
        end();
}

/// An event loop inside a delivery.
void Watch::aboutToWait()
{
    if (m_depth == 0)
        return;
    end();
    m_waitingAt = m_depth;
}

void Watch::awake()
{
    if (m_depth == 0)
        return;
    end();
    m_waitingAt = -1;
    begin();
}

void Watch::follow(QAbstractEventDispatcher *dispatcher)
{
    s_thread = gettid();
    QObject::connect(
        dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher, [this] { aboutToWait(); });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, dispatcher, [this] { awake(); });
}

void Watch::sync(qint64 nanoseconds)
{
    m_syncing += nanoseconds;
    ++m_syncs;
}

void Watch::forget()
{
    m_longest = {};
    m_longestWithoutSync = {};
    m_syncs = 0;
    m_over100 = 0;
}

} // namespace nianbao::test

// In front of the C library's, so that the time the disk takes is known.
extern "C" int fsync(int descriptor) { return nianbao::test::timedSync("fsync", descriptor); }
extern "C" int fdatasync(int descriptor) { return nianbao::test::timedSync("fdatasync", descriptor); }
