// SPDX-License-Identifier: MulanPSL-2.0
#include "singleprocess.h"

#include "filestamp.h"
#include "peer.h"
#include "programlog.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace nianbao {

namespace {

const QString kFiles = QStringLiteral("files");
const QString kSample = QStringLiteral("sample");
const QByteArray kTaken = QByteArrayLiteral("taken\n");
constexpr qsizetype kMostPathBytes = 4096;
constexpr qsizetype kMostCallers = 8; // at once
constexpr int kSlowestCallerMs = 3000;
constexpr int kPauseMs = 20;

bool isOurs(const QLocalSocket &socket) { return userAtOtherEnd(socket.socketDescriptor()) == thisUser(); }

bool isPath(const QJsonValue &value)
{
    const QString path = value.toString();
    return QDir::isAbsolutePath(path) && !path.contains(QChar(u'\0'))
        && QFile::encodeName(path).size() <= kMostPathBytes;
}

} // namespace

SingleProcess::SingleProcess(const QString &folder, QObject *parent)
    : QObject(parent), m_server(std::make_unique<QLocalServer>())
{
    if (!QFileInfo(folder).isDir())
        return;
    m_socket = socketIn(folder);
    m_lock = std::make_unique<QLockFile>(m_socket + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // only a process that is gone has let it go
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleProcess::listenToCallers);
    becomeFirst();
}

SingleProcess::~SingleProcess() { m_server->close(); } // before the lock goes

bool SingleProcess::isFirst() const { return m_server->isListening(); }

QString SingleProcess::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

QString SingleProcess::socketIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("nianbao.socket"));
}

/// Who has the lock may remove a socket that somebody left behind.
bool SingleProcess::becomeFirst()
{
    if (isFirst())
        return true;
    if (!m_lock->tryLock(0))
        return false;
    QLocalServer::removeServer(m_socket);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    if (m_server->listen(m_socket))
        return true;
    qCWarning(lcProgram, "cannot listen for other starts, error %d", int(m_server->serverError()));
    m_lock->unlock();
    m_socket.clear();
    return false;
}

bool SingleProcess::handOver(const StartRequest &request, int mostMilliseconds)
{
    const QByteArray message = toMessage(request);
    const QDeadlineTimer deadline(mostMilliseconds);
    const auto left = [&deadline] { return std::max(1, int(deadline.remainingTime())); };
    while (!m_socket.isEmpty() && !becomeFirst()) { // the first one may go, or be about to listen
        QLocalSocket socket;
        socket.connectToServer(m_socket);
        if (socket.waitForConnected(left())) {
            if (!isOurs(socket)) {
                qCWarning(lcProgram, "a stranger listens for our starts");
                return false;
            }
            socket.write(message);
            QByteArray answer;
            while (answer.size() < kTaken.size() && socket.waitForReadyRead(left()))
                answer += socket.read(kTaken.size());
            const bool isTaken = answer == kTaken;
            if (isTaken)
                qCInfo(
                    lcProgram, "handed over to the process that runs, files: %d", int(request.files.size()));
            if (isTaken || deadline.hasExpired())
                return isTaken;
        }
        if (deadline.hasExpired())
            return false;
        QThread::msleep(kPauseMs);
    }
    return false;
}

void SingleProcess::listenToCallers()
{
    while (QLocalSocket *caller = m_server->nextPendingConnection()) {
        const bool hasRoom = m_server->findChildren<QLocalSocket *>().size() <= kMostCallers;
        if (hasRoom && isOurs(*caller)) {
            listenTo(caller);
            continue;
        }
        qCWarning(lcProgram, "a caller was turned away");
        caller->abort();
        caller->deleteLater();
    }
}

/// One line within its time, or nothing.
void SingleProcess::listenTo(QLocalSocket *caller)
{
    caller->setReadBufferSize(kMostBytes + 1);
    connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
    QTimer::singleShot(kSlowestCallerMs, caller, [caller] { caller->abort(); });
    const auto hear = [this, caller] {
        if (!caller->canReadLine()) {
            if (caller->bytesAvailable() > kMostBytes)
                caller->abort();
            return;
        }
        const auto request = fromMessage(caller->readLine(kMostBytes + 1));
        disconnect(caller, &QLocalSocket::readyRead, this, nullptr);
        if (!request) {
            qCWarning(lcProgram, "a caller said nothing that can be understood");
            caller->abort();
            return;
        }
        caller->write(kTaken);
        caller->disconnectFromServer();
        // not from here: what it leads to may take long, and this caller goes meanwhile
        QMetaObject::invokeMethod(
            this, [this, wanted = *request] { Q_EMIT asked(wanted); }, Qt::QueuedConnection);
    };
    connect(caller, &QLocalSocket::readyRead, this, hear);
    if (caller->bytesAvailable() > 0)
        hear();
}

QByteArray SingleProcess::toMessage(const StartRequest &request)
{
    QStringList files = request.files.mid(0, kMostFiles);
    while (true) {
        const QJsonObject object{{kFiles, QJsonArray::fromStringList(files)}, {kSample, request.isSample}};
        const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        if (line.size() <= kMostBytes)
            return line;
        files.removeLast();
    }
}

std::optional<StartRequest> SingleProcess::fromMessage(const QByteArray &line)
{
    if (line.size() > kMostBytes || !line.endsWith('\n'))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QJsonValue files = object.value(kFiles);
    const QJsonValue sample = object.value(kSample);
    if (!files.isArray() || files.toArray().size() > kMostFiles || !sample.isBool())
        return std::nullopt;
    StartRequest request{{}, sample.toBool()};
    for (const QJsonValue &file : files.toArray()) {
        if (!isPath(file))
            return std::nullopt;
        request.files.append(file.toString());
    }
    return request;
}

} // namespace nianbao
