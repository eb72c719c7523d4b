// SPDX-License-Identifier: MulanPSL-2.0
#include "runner.h"

#include <QDir>
#include <QFile>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

int nianbaoCli(int argc, char **argv);

#if defined(__SANITIZE_ADDRESS__)
// a finding is a crash, never an exit code that the command line knows
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options() { return "abort_on_error=1:detect_leaks=0"; }
extern "C" const char *__ubsan_default_options();
extern "C" const char *__ubsan_default_options() { return "print_stacktrace=1"; }
#endif

namespace nianbao::fuzz {

namespace {

#if defined(__SANITIZE_ADDRESS__)
// Under the address sanitizer each byte has a shadow and what was freed is kept in quarantine: the true
// limits are those of the plain build.
constexpr double kMostSeconds = 6;
constexpr double kMostMebibytes = 1200;
#else
constexpr double kMostSeconds = 2;
constexpr double kMostMebibytes = 300;
constexpr rlim_t kMostAddresses = rlim_t(4) << 30; // what runs away shall not take the computer with it
#endif
constexpr unsigned kHangSeconds = 20; // of wall time: whoever waits for something that never comes
constexpr rlim_t kMostFileSize = rlim_t(1) << 30;
constexpr qsizetype kMostWords = 4000;
constexpr qint64 kMostRead = 4 << 20;

int callCli(const QList<QByteArray> &arguments)
{
    QList<QByteArray> copy = arguments;
    copy.prepend("nianbao-cli");
    std::vector<char *> list;
    for (QByteArray &argument : copy)
        list.push_back(argument.data());
    list.push_back(nullptr);
    return nianbaoCli(int(list.size()) - 1, list.data());
}

[[noreturn]] void beChild(const QList<QByteArray> &arguments, int words)
{
    const auto limit = [](auto resource, rlim_t most) {
        const rlimit bound{most, most};
        setrlimit(resource, &bound);
    };
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, kMostFileSize);
#if !defined(__SANITIZE_ADDRESS__)
    limit(RLIMIT_AS, kMostAddresses);
#endif
    alarm(kHangSeconds);
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    dup2(words, STDERR_FILENO);
    const int code = callCli(arguments);
    std::fflush(nullptr);
    _exit(code); // what the parent made is not the child's to take down
}

QByteArray readAll(int descriptor)
{
    QFile file;
    if (lseek(descriptor, 0, SEEK_SET) != 0
        || !file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle))
        qFatal("the words of a run are lost");
    return file.read(kMostRead);
}

double seconds(const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; }

} // namespace

Outcome runCli(const QList<QByteArray> &arguments)
{
    const int words = memfd_create("words", 0);
    const pid_t child = fork();
    if (words < 0 || child < 0)
        qFatal("no child can be made");
    if (child == 0)
        beChild(arguments, words);
    int status = 0;
    rusage used{};
    if (wait4(child, &status, 0, &used) != child)
        qFatal("the child is lost");
    Outcome outcome;
    outcome.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    outcome.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    outcome.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    outcome.mebibytes = double(used.ru_maxrss) / 1024;
    outcome.words = readAll(words);
    return outcome;
}

void warmUp(const QList<QByteArray> &arguments)
{
    std::fflush(stdout);
    const int out = dup(STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    if (callCli(arguments) == 2)
        qFatal("the command line does not work");
    std::fflush(stdout);
    dup2(out, STDOUT_FILENO);
    close(nowhere);
    close(out);
}

QString faultOf(const QByteArray &command, const Outcome &outcome)
{
    if (outcome.signal == SIGALRM)
        return QStringLiteral("hangs");
    if (outcome.signal != 0)
        return QStringLiteral("dies of signal %1: %2")
            .arg(outcome.signal)
            .arg(QString::fromUtf8(outcome.words.left(3000)));
    if (outcome.exit != 0 && outcome.exit != 2 && (outcome.exit != 1 || command != "check"))
        return QStringLiteral("exit code %1").arg(outcome.exit);
    if (outcome.seconds > kMostSeconds)
        return QStringLiteral("works for %1 s").arg(outcome.seconds);
    if (outcome.mebibytes > kMostMebibytes)
        return QStringLiteral("holds %1 MiB").arg(outcome.mebibytes);
    const QString words = QString::fromUtf8(outcome.words);
    for (const QChar c : words) {
        if (c != u'\n' && c.category() == QChar::Other_Control)
            return QStringLiteral("says U+%1: %2").arg(int(c.unicode()), 4, 16, QChar(u'0')).arg(words);
    }
    if (words.size() > kMostWords)
        return QStringLiteral("says %1 characters: %2").arg(words.size()).arg(words.left(200));
    if (outcome.exit != 2)
        return {};
    const QString last = words.trimmed().section(u'\n', -1);
    if (!words.endsWith(u'\n') || !last.startsWith(QStringLiteral("nianbao-cli: ")) || last.size() < 20)
        return QStringLiteral("fails without a sentence: ") + words;
    return {};
}

State stateOf(const QString &folder)
{
    State all;
    const QDir::Filters every = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const auto names = QDir(folder).entryList(every, QDir::Name);
    for (const QString &name : names) {
        const QByteArray path = QFile::encodeName(folder + u'/' + name);
        struct stat status { };
        if (lstat(path.constData(), &status) != 0)
            continue;
        QByteArray known
            = QByteArray::number(status.st_mode) + ' ' + QByteArray::number(qint64(status.st_size)) + ' ';
        if (S_ISREG(status.st_mode) && status.st_size <= kMostRead) {
            QFile file(folder + u'/' + name);
            known += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
        } else {
            known += QByteArray::number(qint64(status.st_mtim.tv_sec)) + '.'
                + QByteArray::number(qint64(status.st_mtim.tv_nsec));
        }
        all.insert(name, known);
    }
    return all;
}

} // namespace nianbao::fuzz
