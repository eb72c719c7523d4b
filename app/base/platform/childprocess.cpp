// SPDX-License-Identifier: MulanPSL-2.0
#include "childprocess.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace nianbao {

namespace {

constexpr qsizetype kMostComplaints = 4096; // bytes that are kept; the rest is read and dropped
constexpr int kLongestWait
    = 20; // ms, until it is looked whether a child has ended that keeps its pipes open, or was called off

/// The strings of an argument or environment list, in the shape execve wants.
class CStrings {
public:
    explicit CStrings(std::vector<QByteArray> strings) : m_strings(std::move(strings))
    {
        for (QByteArray &string : m_strings)
            m_pointers.push_back(string.data());
        m_pointers.push_back(nullptr);
    }
    char *const *data() const { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_strings;
    std::vector<char *> m_pointers{};
};

struct Pipe {
    std::array<int, 2> ends{-1, -1};

    Pipe() = default;
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }
    bool open() { return pipe2(ends.data(), O_CLOEXEC) == 0; }
    void closeEnd(size_t end)
    {
        if (ends[end] >= 0)
            close(ends[end]);
        ends[end] = -1;
    }
};

void limit(__rlimit_resource resource, qint64 most)
{
    rlimit old{};
    rlimit fresh{rlim_t(most), rlim_t(most)};
    if (getrlimit(resource, &old) == 0) // what is lower already stays
        fresh = {std::min(fresh.rlim_cur, old.rlim_max), std::min(fresh.rlim_max, old.rlim_max)};
    setrlimit(resource, &fresh);
}

/// A child from its start to its end; never outlives this.
class Child {
public:
    Child() = default;
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child() { end(); }

    bool isRunning() const { return m_pid > 0; }
    void start(const ChildCall &call, const ChildLimits &limits);
    void addTo(std::vector<pollfd> &waited) const
    {
        for (const Pipe *pipe : {&m_output, &m_complaints}) {
            if (pipe->ends[0] >= 0)
                waited.push_back({pipe->ends[0], POLLIN, 0});
        }
    }
    /// Takes what it said; false: it has ended or was ended.
    bool goOn();
    void stop(ChildOutcome::End why)
    {
        end();
        outcome.end = why;
    }

    ChildOutcome outcome{};

private:
    [[noreturn]] void become(const char *program, const CStrings &arguments, const CStrings &environment,
        const QByteArray &folder, const ChildLimits &limits, int failed) const;
    static bool take(Pipe &pipe, QByteArray &into, qint64 most);
    void end();

    pid_t m_pid = 0;
    qint64 m_mostOutput = 0;
    Pipe m_output{};
    Pipe m_complaints{};
};

/// Between fork and execve: nothing here may take memory or a lock.
void Child::become(const char *program, const CStrings &arguments, const CStrings &environment,
    const QByteArray &folder, const ChildLimits &limits, int failed) const
{
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    signal(SIGPIPE, SIG_DFL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_FSIZE, limits.file);
    limit(RLIMIT_CPU, limits.milliseconds / 1000 + 1);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    const bool isReady = nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0
        && dup2(m_output.ends[1], STDOUT_FILENO) >= 0 && dup2(m_complaints.ends[1], STDERR_FILENO) >= 0
        && chdir(folder.constData()) == 0;
    close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    if (isReady)
        execve(program, arguments.data(), environment.data());
    const char sign = 1;
    (void)!write(failed, &sign, 1);
    _exit(127);
}

void Child::start(const ChildCall &call, const ChildLimits &limits)
{
    const QString path = QStandardPaths::findExecutable(call.program);
    if (path.isEmpty()) {
        outcome.end = ChildOutcome::End::Missing;
        return;
    }
    const QByteArray program = QFile::encodeName(path), folder = QFile::encodeName(call.folder);
    std::vector<QByteArray> words{program};
    for (const QString &argument : call.arguments)
        words.push_back(QFile::encodeName(argument));
    const CStrings arguments(std::move(words));
    const CStrings environment({"PATH=" + qgetenv("PATH"), "LC_ALL=C.UTF-8", "HOME=" + folder,
        "TMPDIR=" + folder, "XDG_RUNTIME_DIR=" + folder,
        // what a thread allocates from takes address space: with many processors more than the limit
        "MALLOC_ARENA_MAX=2"});
    Pipe failed;
    if (!failed.open() || !m_output.open() || !m_complaints.open())
        return;
    m_mostOutput = limits.output;
    m_pid = fork();
    if (m_pid == 0)
        become(program.constData(), arguments, environment, folder, limits, failed.ends[1]);
    m_output.closeEnd(1);
    m_complaints.closeEnd(1);
    failed.closeEnd(1);
    char sign = 0;
    if (m_pid > 0 && read(failed.ends[0], &sign, 1) != 0) // closed by execve, without a byte
        end();
    for (const Pipe *pipe : {&m_output, &m_complaints}) {
        if (pipe->ends[0] >= 0)
            fcntl(pipe->ends[0], F_SETFL, O_NONBLOCK);
    }
}

/// What a pipe holds now, up to a limit; false: there was more. What is beyond is dropped.
bool Child::take(Pipe &pipe, QByteArray &into, qint64 most)
{
    std::array<char, 65536> block;
    constexpr int kMostBlocks = 64; // then others are heard
    bool isWithin = true;
    for (int i = 0; i < kMostBlocks && pipe.ends[0] >= 0; ++i) {
        const ssize_t count = read(pipe.ends[0], block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            break;
        if (count <= 0) {
            pipe.closeEnd(0);
            break;
        }
        const qint64 kept = std::clamp<qint64>(most - into.size(), 0, count);
        into.append(block.data(), kept);
        isWithin = isWithin && kept == count;
    }
    return isWithin;
}

bool Child::goOn()
{
    siginfo_t state{};
    const bool hasEnded
        = waitid(P_PID, id_t(m_pid), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_pid != 0;
    take(m_complaints, outcome.complaints, kMostComplaints);
    if (!take(m_output, outcome.output, m_mostOutput)) {
        stop(ChildOutcome::End::TooMuch);
        return false;
    }
    if (!hasEnded)
        return true;
    // A pipe holds less than one reading takes, so nothing is left in it.
    const bool isExit = state.si_code == CLD_EXITED;
    outcome.exitCode = isExit ? state.si_status : -1;
    stop(isExit                          ? ChildOutcome::End::Exited
            : state.si_status == SIGXCPU ? ChildOutcome::End::TooSlow
            : state.si_status == SIGXFSZ ? ChildOutcome::End::TooMuch
                                         : ChildOutcome::End::Crashed);
    return false;
}

/// Its whole group; the number cannot be another's before it was waited for.
void Child::end()
{
    if (m_pid > 0) {
        kill(-m_pid, SIGKILL);
        kill(m_pid, SIGKILL); // should it not have come as far as to have a group
        while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    }
    m_pid = 0;
    m_output.closeEnd(0);
    m_complaints.closeEnd(0);
}

} // namespace

QList<ChildOutcome> runChildren(const QList<ChildCall> &calls, const ChildLimits &limits, int atOnce)
{
    const QDeadlineTimer deadline(limits.milliseconds);
    std::vector<Child> children(size_t(calls.size()));
    size_t next = 0;
    bool isGood = true;
    for (;;) {
        std::vector<pollfd> waited;
        int running = 0;
        for (Child &child : children) {
            if (child.isRunning() && !child.goOn())
                isGood = isGood && child.outcome.isGood();
            running += child.isRunning() ? 1 : 0;
        }
        const bool isCalledOff = limits.stop.stop_requested();
        while (isGood && !isCalledOff && running < atOnce && next < children.size()) {
            children[next].start(calls.at(qsizetype(next)), limits);
            isGood = children[next].isRunning();
            running += isGood ? 1 : 0;
            ++next;
        }
        if (running == 0)
            break;
        const bool isLate = deadline.hasExpired();
        for (Child &child : children) {
            if (child.isRunning() && (isCalledOff || isLate || !isGood))
                child.stop(isCalledOff ? ChildOutcome::End::CalledOff
                        : isLate       ? ChildOutcome::End::TooSlow
                                       : ChildOutcome::End::NotStarted);
            child.addTo(waited);
        }
        if (isCalledOff || isLate || !isGood)
            break;
        // Their end closes the pipes; with none open it can only be asked for.
        poll(waited.data(), nfds_t(waited.size()), waited.empty() ? 1 : kLongestWait);
    }
    QList<ChildOutcome> outcomes;
    for (Child &child : children)
        outcomes.append(std::move(child.outcome));
    return outcomes;
}

ChildOutcome runChild(const ChildCall &call, const ChildLimits &limits)
{
    return runChildren({call}, limits, 1).takeFirst();
}

} // namespace nianbao
