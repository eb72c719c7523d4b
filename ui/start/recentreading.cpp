// SPDX-License-Identifier: MulanPSL-2.0
#include "recentreading.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

namespace nianbao {

namespace {

/// What one look said.
struct Look {
    QString path{};
    QString stamp{}; // empty: no file is there
    std::optional<SeenReport> seen{}; // nullopt: it cannot be read
};

std::optional<Look> lookAt(const RecentReport &report)
{
    const QString stamp = fileState(report.path);
    if (!stamp.isEmpty() && stamp == report.stamp && report.seen)
        return std::nullopt;
    if (stamp.isEmpty())
        return Look{report.path, {}, {}};
    const auto seen = seenIn(report.path);
    return Look{report.path, stamp, seen ? std::optional(*seen) : std::nullopt};
}

} // namespace

struct RecentReading::Private {
    QFutureWatcher<Look> watcher{};
    QHash<QString, settings::Look> looks{};
};

RecentReading::RecentReading(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    connect(&d->watcher, &QFutureWatcherBase::resultReadyAt, this, [this](int index) {
        const Look look = d->watcher.resultAt(index);
        if (look.stamp.isEmpty())
            return Q_EMIT missing(look.path);
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
    const auto promise = std::make_shared<QPromise<Look>>();
    d->watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, reports] {
        promise->start();
        for (const RecentReport &report : reports) {
            if (promise->isCanceled())
                break;
            if (auto look = lookAt(report))
                promise->addResult(*look);
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
