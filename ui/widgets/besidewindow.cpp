// SPDX-License-Identifier: MulanPSL-2.0
#include "besidewindow.h"

#include "dialogs.h"
#include "keptkeys.h"
#include "waitdialog.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QPromise>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

namespace nianbao {

namespace {

std::function<void()> s_holdUp; // by a test

constexpr int kUnnoticedMs = 20; // so long nobody sees that the window waits
constexpr int kWithoutDialogMs = 400; // then somebody wonders; a dialog that only flashes says nothing

/// As many threads as there is work: what was called off may stand in a share that never answers, and nothing
/// may queue behind it. They are never deleted, for that would wait for it; what is at its end may come
/// there.
QThreadPool *workers()
{
    static QThreadPool *const pool = [] {
        constexpr int kMostAtOnce = 1000;
        constexpr int kLastWaitMs = 3000; // what was called off removes what it has half written
        auto *made = new QThreadPool;
        made->setMaxThreadCount(kMostAtOnce);
        qAddPostRoutine([] { workers()->waitForDone(kLastWaitMs); });
        return made;
    }();
    return pool;
}

/// Painted, but not typed into: what is typed meanwhile comes afterwards.
void waitUnseen(const QFuture<void> &future)
{
    const dialogs::Waiting waiting;
    QEventLoop loop;
    QFutureWatcher<void> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(kWithoutDialogMs, &loop, &QEventLoop::quit);
    QApplication::setOverrideCursor(Qt::WaitCursor);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    QApplication::restoreOverrideCursor();
}

/// False: it was called off.
bool waitInDialog(
    QWidget *window, const WaitWords &words, const WorkProgress &progress, const QFuture<void> &future)
{
    WaitDialog dialog(words, progress, window);
    QFutureWatcher<void> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &dialog, &QDialog::accept);
    watcher.setFuture(future);
    return dialogs::waitIn(dialog);
}

/// False: it was called off.
bool waitFor(
    const QFuture<void> &future, QWidget *window, const WaitWords &words, const WorkProgress &progress)
{
    waitUnseen(future);
    if (future.isFinished())
        return true;
    KeptKeys::Keeping keys(window, words.leadsToDialog);
    {
        const dialogs::Waiting waiting;
        keys.takeQueued();
    }
    return waitInDialog(window, words, progress, future);
}

} // namespace

void WorkProgress::tell(int done, int all) const
{
    m_state->done = done;
    m_state->all = all;
}

void holdUpWork(std::function<void()> wait) { s_holdUp = std::move(wait); }

void startBeside(std::function<void()> work) { workers()->start(std::move(work)); }

bool runBeside(QWidget *window, const WaitWords &words, const std::function<void(const WorkProgress &)> &work)
{
    std::stop_source calledOff;
    const WorkProgress progress(calledOff.get_token());
    const auto promise = std::make_shared<QPromise<void>>();
    QFuture<void> future = promise->future();
    workers()->start([promise, work, progress, wait = s_holdUp] {
        promise->start();
        if (wait)
            wait();
        work(progress);
        promise->finish();
    });
    QElapsedTimer waited;
    waited.start();
    while (!future.isFinished() && waited.elapsed() < kUnnoticedMs)
        QThread::msleep(1);
    const bool isWanted = future.isFinished() || waitFor(future, window, words, progress);
    if (!isWanted && words.mayBeCalledOff) {
        calledOff.request_stop();
        return false;
    }
    future.waitForFinished();
    return true;
}

} // namespace nianbao
