// SPDX-License-Identifier: MulanPSL-2.0
#pragma once

#include "startrequest.h"

#include <QObject>

#include <memory>
#include <optional>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace nianbao {

/// The program runs once for each person and runtime folder, so that a report is never in the way of itself.
/// The first process listens there; a later one hands over what it was started for and ends. Nobody else is
/// listened to or told a name; what comes is bounded and read as a stranger's. Where there is no such folder,
/// or the first process does not answer, each goes alone, as the locks of files allow.
class SingleProcess final : public QObject {
    Q_OBJECT
public:
    explicit SingleProcess(const QString &folder = usualFolder(), QObject *parent = nullptr);
    ~SingleProcess() override;

    /// True: the first process has taken it, and there is nothing left to do here. False: go on here; this is
    /// the first one, or goes alone.
    bool handOver(const StartRequest &request, int mostMilliseconds = 8000);
    bool isFirst() const;

    static QString usualFolder(); // empty: there is none
    static QString socketIn(const QString &folder);
    /// One line. Files that have no room in it are left out from the end.
    static QByteArray toMessage(const StartRequest &request);
    static std::optional<StartRequest> fromMessage(const QByteArray &line); // nullopt: it is none
    static constexpr qint64 kMostBytes = 64 * 1024;
    static constexpr qsizetype kMostFiles = 100;

Q_SIGNALS:
    void asked(const nianbao::StartRequest &request); // by another start; from the event loop

private:
    bool becomeFirst();
    void listenToCallers();
    void listenTo(QLocalSocket *caller);
    QString m_socket; // empty: it cannot be done here
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace nianbao
