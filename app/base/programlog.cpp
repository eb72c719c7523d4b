// SPDX-License-Identifier: MulanPSL-2.0
#include "programlog.h"

#include "clock.h"
#include "filestamp.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QRegularExpression>

#include <atomic>
#include <utility>

namespace nianbao {

Q_LOGGING_CATEGORY(lcProgram, "nianbao.program")
Q_LOGGING_CATEGORY(lcReport, "nianbao.report")

namespace {

constexpr qsizetype kMostMessage = 400; // characters
constexpr int kOlder = 2; // files that are kept
constexpr auto kOwnerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto kOwnerFolder = kOwnerFile | QFileDevice::ExeOwner;
const QString kLeftOut = QStringLiteral("…");

const char *nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "critical";
    case QtFatalMsg: break;
    }
    return "fatal";
}

bool isQuote(QChar c) { return c == u'"' || c == u'\'' || c == u'`'; }

/// A path may have blanks in it: all goes from the word with a separator to the one with a suffix, or to the
/// end of the line.
QStringList withoutPaths(const QStringList &words)
{
    static const QRegularExpression suffixed(QStringLiteral("\\.[A-Za-z]{2,8}\\W*$"));
    QStringList kept;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isPath = words[i].contains(u'/') || words[i].contains(u'\\');
        const bool isLeftOut = isPath || words[i].contains(suffixed);
        kept.append(isLeftOut ? QString(kLeftOut) : words[i]);
        while (isPath && i < words.size() && !words[i].contains(suffixed))
            ++i;
    }
    return kept;
}

} // namespace

struct ProgramLog::Private {
    QString path;
    qint64 most;
    QFile file{};
    QString last{}; // line, without its time
    int repeats = 0;

    bool open();
    void rotate();
    void put(const QString &line);
    void write(const QString &line);
    void endRepeats();
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message);
    static Private *s_current; // read and written under the mutex
    static QBasicMutex s_mutex; // outlives every thread
    static std::atomic<QtMessageHandler> s_before;
};

ProgramLog::Private *ProgramLog::Private::s_current = nullptr;
QBasicMutex ProgramLog::Private::s_mutex;
std::atomic<QtMessageHandler> ProgramLog::Private::s_before = nullptr;

bool ProgramLog::Private::open()
{
    file.close();
    file.setFileName(path);
    const bool isOpen = file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    file.setPermissions(kOwnerFile); // where the file system knows modes
    return isOpen;
}

/// Another program may have done it already: then it is only opened anew.
void ProgramLog::Private::rotate()
{
    if (!stampOf(file.handle()).isSameFile(stampOf(path))) {
        open();
        return;
    }
    file.close();
    const auto older = [this](int number) { return path + QStringLiteral(".%1").arg(number); };
    QFile::remove(older(kOlder));
    for (int number = kOlder; number > 1; --number)
        QFile::rename(older(number - 1), older(number));
    if (!QFile::rename(path, older(1)))
        QFile::remove(path); // rather none than one without bound
    open();
}

void ProgramLog::Private::put(const QString &line)
{
    const QByteArray bytes = (now().toString(Qt::ISODateWithMs)
        + QStringLiteral(" %1 ").arg(QCoreApplication::applicationPid()) + line + u'\n')
                                 .toUtf8();
    if (file.isOpen() && file.size() + bytes.size() > most)
        rotate();
    if (file.isOpen())
        file.write(bytes); // in one piece: of two programs no line is torn
}

/// What comes again and again is counted.
void ProgramLog::Private::write(const QString &line)
{
    if (line == last) {
        ++repeats;
        return;
    }
    endRepeats();
    last = line;
    put(line);
}

void ProgramLog::Private::endRepeats()
{
    if (const int more = std::exchange(repeats, 0); more > 0)
        put(QStringLiteral("the same %1 times more").arg(more));
}

void ProgramLog::Private::take(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static thread_local bool t_isWriting = false; // what goes wrong with the file is not written into it
    const QLatin1String category(context.category ? context.category : "default");
    if (!t_isWriting) {
        t_isWriting = true;
        const QString line
            = QStringLiteral("%1 %2: %3").arg(QLatin1String(nameOf(type)), category, withoutContent(message));
        const QMutexLocker locker(&s_mutex);
        if (s_current)
            s_current->write(line);
        t_isWriting = false;
    }
    const bool isOurNews = type == QtInfoMsg && category.startsWith(QLatin1String("nianbao."));
    if (const QtMessageHandler before = s_before;
        before && !isOurNews) // nobody asked for news on the terminal
        before(type, context, message);
}

ProgramLog::ProgramLog(const QString &folder, qint64 mostBytes)
{
    Q_ASSERT(path().isEmpty());
    d = std::unique_ptr<Private>(
        new Private{QDir(folder).filePath(QStringLiteral("nianbao.log")), mostBytes});
    QDir().mkpath(folder);
    QFile::setPermissions(folder, kOwnerFolder);
    if (!d->open()) {
        d.reset();
        return;
    }
    const QMutexLocker locker(&Private::s_mutex);
    Private::s_current = d.get();
    Private::s_before = qInstallMessageHandler(&Private::take);
}

ProgramLog::~ProgramLog()
{
    if (!d)
        return;
    qInstallMessageHandler(Private::s_before);
    const QMutexLocker locker(&Private::s_mutex);
    Private::s_current = nullptr;
    d->endRepeats();
}

QString ProgramLog::path()
{
    const QMutexLocker locker(&Private::s_mutex);
    return Private::s_current ? Private::s_current->path : QString();
}

QString ProgramLog::usualFolder()
{
    const QString stated = qEnvironmentVariable("XDG_STATE_HOME");
    const QString state
        = QDir::isAbsolutePath(stated) ? stated : QDir::home().filePath(QStringLiteral(".local/state"));
    return QDir(state).filePath(QStringLiteral("nianbao"));
}

QString ProgramLog::withoutContent(const QString &message)
{
    const QString line = message.left(kMostMessage * 4).simplified();
    QString plain;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool isWordStart = i == 0 || !line[i - 1].isLetterOrNumber(); // not that of don't
        const qsizetype end = isQuote(c) && isWordStart ? line.indexOf(c, i + 1) : -1;
        if (end > 0) {
            plain += c + kLeftOut + c;
            i = end;
        } else if (c.unicode() >= 0x20 && c.unicode() < 0x7F) {
            plain += c;
        } else if (!plain.endsWith(kLeftOut)) {
            plain += kLeftOut;
        }
    }
    const QString kept = withoutPaths(plain.split(u' ')).join(u' ');
    return kept.size() > kMostMessage ? kept.left(kMostMessage) + kLeftOut : kept;
}

} // namespace nianbao
