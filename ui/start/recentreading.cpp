// SPDX-License-Identifier: MulanPSL-2.0
#include "recentreading.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <optional>

namespace nianbao {

struct RecentReading::Private {
    /// What one look said.
    struct Look {
        QString path{};
        QString stamp{}; // empty: no file is there
        std::optional<SeenReport> seen{}; // nullopt: nothing is new, or it cannot be read
    };
    static Look lookAt(const RecentReport &report);

    QFutureWatcher<Look> watcher{};
    QHash<QString, settings::Look> looks{};
};

RecentReading::Private::Look RecentReading::Private::lookAt(const RecentReport &report)
{
    const QString stamp = fileState(report.path);
    const bool isKnown = stamp == report.stamp && report.seen;
    if (stamp.isEmpty() || isKnown)
        return {report.path, stamp, std::nullopt};
    const auto seen = seenIn(report.path);
    return {report.path, stamp, seen ? std::optional(*seen) : std::nullopt};
}

namespace {

constexpr int kMostWaitMs = 2000;

/// One thread of its own, which is never waited for to the end: one that hangs in a dead share ends with the
/// program.
QThreadPool *worker()
{
    static auto *pool = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(1);
        return made;
    }();
    return pool;
}

} // namespace

RecentReading::RecentReading(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
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

RecentReading::~RecentReading()
{
    stop();
    worker()->waitForDone(kMostWaitMs);
}

void RecentReading::begin(const QList<RecentReport> &reports)
{
    stop();
    const auto promise = std::make_shared<QPromise<Private::Look>>();
    d->watcher.setFuture(promise->future());
    worker()->start([promise, reports] {
        promise->start();
        for (const RecentReport &report : reports) {
            if (promise->isCanceled())
                break;
            promise->addResult(Private::lookAt(report));
        }
        promise->finish();
    });
}

void RecentReading::stop()
{
    d->watcher.future().cancel();
    settings::noteLooks(std::exchange(d->looks, {}));
}

} // namespace nianbao
