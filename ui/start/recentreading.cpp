// SPDX-License-Identifier: MulanPSL-2.0
#include "recentreading.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>
#include <QSet>

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <thread>

namespace nianbao {

namespace {
constexpr int kHangsMs = 2000; // so long no look takes where a file can be read
}

/// One round of looks, as others see it: where it is, and whether it has ended.
class LookRound {
public:
    void enter(const QString &folder)
    {
        const std::lock_guard lock(m_mutex);
        m_folder = folder;
    }
    QString folder()
    {
        const std::lock_guard lock(m_mutex);
        return m_folder;
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
        m_end.notify_all();
    }
    bool endsWithin(int milliseconds)
    {
        std::unique_lock lock(m_mutex);
        return m_end.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_hasEnded; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_end;
    QString m_folder;
    bool m_hasEnded = false;
};

using Rounds = std::list<std::shared_ptr<LookRound>>;

namespace {

/// Of all windows: a thread that reads a file must not outlive what it stands on. One that hangs in a dead
/// share ends with the program.
Rounds &allRounds()
{
    static Rounds rounds;
    static const bool isWaitedFor = [] {
        qAddPostRoutine([] {
            QElapsedTimer waited;
            waited.start();
            for (const auto &round : std::as_const(rounds))
                round->endsWithin(int(std::max<qint64>(0, kHangsMs - waited.elapsed())));
            rounds.clear();
        });
        return true;
    }();
    Q_UNUSED(isWaitedFor)
    return rounds;
}

void forgetEnded(Rounds &rounds)
{
    rounds.remove_if([](const std::shared_ptr<LookRound> &round) { return round->endsWithin(0); });
}

QString folderOf(const RecentReport &report) { return QFileInfo(report.path).path(); }

} // namespace

struct RecentReading::Private {
    /// What one look said.
    struct Look {
        QString path{};
        QString stamp{}; // empty: no file is there
        std::optional<SeenReport> seen{}; // nullopt: nothing is new, or it cannot be read
    };
    static Look lookAt(const RecentReport &report, const StateOf &stateOf);
    static void lookAtAll(const QList<RecentReport> &reports, const StateOf &stateOf, const Rounds &before,
        LookRound &round, QPromise<Look> &promise);

    StateOf stateOf{};
    QFutureWatcher<Look> watcher{};
    QHash<QString, settings::Look> looks{};
    Rounds rounds{}; // begun here, and not known to have ended
};

RecentReading::Private::Look RecentReading::Private::lookAt(
    const RecentReport &report, const StateOf &stateOf)
{
    const QString stamp = stateOf(report.path);
    const bool isKnown = stamp == report.stamp && report.seen;
    if (stamp.isEmpty() || isKnown)
        return {report.path, stamp, std::nullopt};
    const auto seen = seenIn(report.path);
    return {report.path, stamp, seen ? std::optional(*seen) : std::nullopt};
}

/// Behind the rounds before it, unless they hang: then without the folders in which they do.
void RecentReading::Private::lookAtAll(const QList<RecentReport> &reports, const StateOf &stateOf,
    const Rounds &before, LookRound &round, QPromise<Look> &promise)
{
    QSet<QString> dead;
    for (const auto &earlier : before) {
        if (!earlier->endsWithin(kHangsMs))
            dead.insert(earlier->folder());
    }
    for (const RecentReport &report : reports) {
        if (promise.isCanceled())
            break;
        const QString folder = folderOf(report);
        if (dead.contains(folder))
            continue;
        round.enter(folder);
        promise.addResult(lookAt(report, stateOf));
    }
}

RecentReading::RecentReading(QObject *parent, StateOf stateOf)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->stateOf = std::move(stateOf);
    connect(&d->watcher, &QFutureWatcherBase::resultReadyAt, this, [this](int index) {
        const auto look = d->watcher.resultAt(index);
        if (look.stamp.isEmpty())
            return Q_EMIT missing(look.path);
        Q_EMIT found(look.path);
        if (!look.seen)
            return;
        d->looks.insert(look.path, {*look.seen, look.stamp});
        Q_EMIT looked(look.path, *look.seen);
    });
    connect(&d->watcher, &QFutureWatcherBase::finished, this, [this] {
        settings::noteLooks(std::exchange(d->looks, {}));
        Q_EMIT finished();
    });
}

RecentReading::~RecentReading() { stop(); }

void RecentReading::begin(const QList<RecentReport> &reports)
{
    stop();
    forgetEnded(d->rounds);
    forgetEnded(allRounds());
    const auto promise = std::make_shared<QPromise<Private::Look>>();
    const auto round = std::make_shared<LookRound>();
    d->watcher.setFuture(promise->future());
    std::thread([promise, reports, round, before = d->rounds, stateOf = d->stateOf] {
        promise->start();
        Private::lookAtAll(reports, stateOf, before, *round, *promise);
        promise->finish();
        round->end();
    }).detach();
    d->rounds.push_back(round);
    allRounds().push_back(round);
}

void RecentReading::stop()
{
    d->watcher.future().cancel();
    settings::noteLooks(std::exchange(d->looks, {}));
}

} // namespace nianbao
