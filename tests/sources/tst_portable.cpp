// SPDX-License-Identifier: MulanPSL-2.0
#include "cppsource.h"

#include <QRegularExpression>
#include <QTest>

using namespace nianbao::test;

namespace {

/// The one folder that another system's port writes anew.
const QString kPlatform = QStringLiteral("app/base/platform/");

/// What only this system has. Portable C and C++ (errno and its portable names, time) and Qt may be used
/// everywhere.
struct Ban {
    const char *pattern;
    const char *what;
};

constexpr Ban kBans[] = {
    {R"(#\s*include\s*<(sys/[\w.]+|linux/[\w.]+|unistd\.h|fcntl\.h|poll\.h|csignal|signal\.h|dlfcn\.h|pwd\.h|)"
     R"(grp\.h|dirent\.h|pthread\.h|sched\.h|utime\.h|termios\.h|netdb\.h|arpa/[\w.]+|netinet/[\w.]+|)"
     R"(windows\.h|io\.h|process\.h)>)",
        "a header of one system"},
    {R"((?<![\w.>])(fork|vfork|execv[pe]*|kill|getpid|getppid|gete?[ug]id|sete?[ug]id|fsync|fdatasync|fchmod|fchown|pipe2?|)"
     R"(sigaction|sigprocmask|prctl|setsid|[sg]etrlimit|clock_gettime|sysconf|dlopen|dlsym|mmap|munmap|flock|)"
     R"(fcntl|ioctl|strerror|readlink|realpath|mkdtemp|mkstemp|popen|isatty|fileno|umask|gethostname|usleep|)"
     R"(nanosleep|localtime_r|gmtime_r|waitpid|setenv|unsetenv|getpeereid|getsockopt|getpwuid|eaccess)\s*\()",
        "a call of one system"},
    {R"((?<!\w)::(open|close|read|write|rename|unlink|stat|lstat|fstat|access|chmod|chown|link|symlink|mkdir|)"
     R"(rmdir|truncate)\s*\()",
        "a call of one system"},
    {R"(\bstd::(rename|remove\s*\(\s*\w+\s*\)|system|strerror|signal|raise)\s*[(;]?)",
        "a call that differs between systems"},
    {R"(\bstruct\s+(stat|flock|rlimit|timespec|sigaction|passwd)\b)", "a structure of one system"},
    {R"(\b(pid_t|uid_t|gid_t|mode_t|ssize_t|off_t|dev_t|ino_t)\b)", "a type of one system"},
    {R"(\b(EDQUOT|ETXTBSY|ESTALE|PATH_MAX|NAME_MAX|S_IS(REG|DIR|LNK|SOCK|FIFO)|SIG(TERM|HUP|INT|KILL|PIPE|CHLD)|)"
     R"(O_(RDONLY|WRONLY|RDWR|CREAT|EXCL|CLOEXEC|DIRECTORY|NOFOLLOW)|RLIMIT_\w+|CLOCK_(BOOTTIME|MONOTONIC))\b)",
        "a name of one system"},
    {R"(\b(Q_OS_\w+|__linux__|__unix__|_WIN32|__APPLE__)\b)", "a choice by system"},
};

/// Where a file speaks to one system. Its folders are named in literals.
QStringList boundIn(const QString &path, const QString &text)
{
    static const QRegularExpression folder(QStringLiteral(
        "^(/(proc|dev|usr|etc|tmp|var|run|sys|home|opt|bin|lib|mnt|media)(/|$)|[A-Za-z]:[\\\\/])"));
    const CppSource source(text);
    QStringList faults;
    const auto add = [&](qsizetype at, const QString &words, const QString &what) {
        faults.append(QStringLiteral("%1:%2: %3 is %4; it belongs into %5")
                          .arg(path)
                          .arg(source.lineOf(at))
                          .arg(words.simplified(), what, kPlatform));
    };
    for (const Ban &ban : kBans) {
        // includes are no part of the bare text
        const bool isInclude = QByteArrayView(ban.pattern).startsWith("#");
        const QString &where = isInclude ? source.uncommented() : source.bare();
        for (auto it = QRegularExpression(QLatin1String(ban.pattern)).globalMatch(where); it.hasNext();) {
            const auto match = it.next();
            add(match.capturedStart(), match.captured(), QLatin1String(ban.what));
        }
    }
    for (const Literal &literal : source.literals()) {
        if (literal.text.contains(folder))
            add(literal.start, u'“' + literal.text + u'”', QStringLiteral("a folder of one system"));
    }
    return faults;
}

} // namespace

/// What only one system has stands in one folder, so that another is served by writing that anew.
class PortableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allSources()
    {
        QStringList files = sourceFiles({QStringLiteral("app"), QStringLiteral("ui")});
        QVERIFY(files.size() > 300);
        const auto before = files.size();
        files.removeIf([](const QString &path) { return path.startsWith(kPlatform); });
        QVERIFY(files.size() < before);
        QVERIFY(faultsIn(files, boundIn).isEmpty());
    }

    void planted_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a header", "#include <sys/stat.h>\n");
        row("one that is spaced", "#  include  <unistd.h>\n");
        row("signals", "#include <csignal>\n");
        row("a child", "if (fork() == 0) return;");
        row("the number of a process", "const auto pid = ::getpid();");
        row("is it alive", "return kill(pid, 0) == 0;");
        row("to the disk", "fsync(file.handle());");
        row("a system's opening", "const int file = ::open(name.constData(), 0);");
        row("a rename that differs", "std::rename(a.constData(), b.constData());");
        row("a removal that differs", "std::remove(name);");
        row("words of the system", "return std::strerror(errno);");
        row("a time since the start", "clock_gettime(CLOCK_BOOTTIME, &now);");
        row("a structure", "struct stat status { };");
        row("a type", "void end(pid_t process);");
        row("a reason that others do not know", "if (errno == EDQUOT) return;");
        row("a choice", "#ifdef Q_OS_LINUX\n#endif\n");
        row("processes as files", R"x(QFile file(QStringLiteral("/proc/self/stat"));)x");
        row("programs", R"x(run(QStringLiteral("/usr/bin/fc-list"));)x");
        row("temporary files", R"x(const QString folder = QStringLiteral("/tmp");)x");
        row("a drive", R"x(const QString folder = QStringLiteral("C:/Users");)x");
    }
    void planted()
    {
        QFETCH(QString, code);
        QVERIFY(!boundIn(QStringLiteral("ui/planted.cpp"), code).isEmpty());
    }

    void harmless_data()
    {
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, const char *code) { QTest::newRow(name) << QString::fromUtf8(code); };
        row("a comment", "// fork() and /proc/self, struct stat, #include <unistd.h>\n");
        row("Qt's file", "file.open(QIODevice::ReadOnly); file.rename(other); file.remove();");
        row("a resource", R"x(QFile file(QStringLiteral(":/rules/words.json"));)x");
        row("a part of a path", R"x({"run/flatpak/doc", PlaceKind::Portal})x");
        row("a reason everybody knows", "if (errno == ENOSPC || errno == EEXIST) return;");
        row("removing from a list", "list.erase(std::remove(list.begin(), list.end(), 3), list.end());");
        row("a method of that name", "process.kill(); process->kill(); socket.read(3); link(a, b);");
        row("words", R"x(tr("Open /tmp yourself"))x");
        row("a child by our own door", "const auto outcome = runChild({program, arguments, folder});");
    }
    void harmless()
    {
        QFETCH(QString, code);
        const QStringList faults = boundIn(QStringLiteral("ui/harmless.cpp"), code);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(PortableTest)
#include "tst_portable.moc"
