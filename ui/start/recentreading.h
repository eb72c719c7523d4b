// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "recentreports.h"

#include <QObject>

#include <functional>
#include <memory>

namespace nianbao {

/// Looks at the files of the recent reports beside the window, one after the other, those that were not
/// changed since the last look not at all. A share that does not answer holds up nobody but itself: its
/// thread is left behind, and the next round goes on without that folder.
class RecentReading final : public QObject {
    Q_OBJECT
public:
    using StateOf = std::function<QString(const QString &path)>;
    explicit RecentReading(QObject *parent, StateOf stateOf = &fileState); // of a file, asked in any thread
    ~RecentReading() override; // waits for nothing: at the end of the program that is done once for all
    void begin(const QList<RecentReport> &reports); // in the place of what goes on
    void stop();

Q_SIGNALS:
    void found(const QString &path); // it is there, whether it was changed or not
    void looked(const QString &path, const nianbao::SeenReport &seen);
    void missing(const QString &path);
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nianbao
