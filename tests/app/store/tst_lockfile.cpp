// SPDX-License-Identifier: MulanPSL-2.0
#include "fulldisk.h"
#include "lockfile.h"
#include "processes.h"
#include "storefixtures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <optional>

#include <sys/wait.h>

using namespace nianbao;
using namespace nianbao::test;

namespace {

constexpr qint64 kDeadProcess = 0x7FFFFFF0; // larger than any the system hands out
const QString kLockName = QStringLiteral(".a.nianbao.lock");

using Keys = QList<std::pair<QString, QJsonValue>>;

/// As a version of today writes it, with some keys different or, undefined, missing.
QByteArray lockOf(const QString &host, qint64 pid, const Keys &different = {})
{
    const auto process = processNow(pid);
    QJsonObject lock{{QStringLiteral("name"), QStringLiteral("李强")}, {QStringLiteral("host"), host},
        {QStringLiteral("pid"), pid}, {QStringLiteral("start"), process ? process->startTicks : 1},
        {QStringLiteral("boot"), QString::fromLatin1(QSysInfo::bootUniqueId())},
        {QStringLiteral("time"), QStringLiteral("2022-01-09T17:05:00")}};
    for (const auto &[key, value] : different)
        lock.insert(key, value);
    return QJsonDocument(lock).toJson();
}

/// A process that has ended and was not waited for.
class Ended {
public:
    Ended()
    {
        m_pid = fork();
        if (m_pid == 0)
            _exit(0);
        siginfo_t info{};
        waitid(P_PID, id_t(m_pid), &info, WEXITED | WNOWAIT);
    }
    ~Ended() { waitpid(m_pid, nullptr, 0); }
    Ended(const Ended &) = delete;
    Ended &operator=(const Ended &) = delete;
    qint64 pid() const { return m_pid; }

private:
    pid_t m_pid;
};

void setAge(const QString &path, qint64 seconds)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTime().addSecs(-seconds), QFileDevice::FileModificationTime));
}

} // namespace

class LockFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void saysWhoAndIsGoneAfterwards()
    {
        const Folder folder;
        {
            const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
            QVERIFY(lock);
            QCOMPARE(folder.names(), QStringList{kLockName});
            const auto said = QJsonDocument::fromJson(readFile(folder.file(kLockName))).object();
            QCOMPARE(said[u"name"].toString(), kEditor.name);
            QCOMPARE(said[u"host"].toString(), kEditor.host);
            QCOMPARE(said[u"pid"].toInteger(), QCoreApplication::applicationPid());
            QCOMPARE(QDateTime::fromString(said[u"time"].toString(), Qt::ISODate), kWhen);
        }
        QVERIFY(folder.names().isEmpty());
    }

    void theSameProgramTwiceIsInUse()
    {
        const Folder folder;
        const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
        const auto second = LockFile::take(folder.file(), kEditor, kWhen);
        QVERIFY(lock && !second);
        QVERIFY(second.error()
            == (Error{ErrorCode::AlreadyOpen, folder.file(),
                QStringLiteral("王芳@office, 2022-01-10 08:30\n") + kLockName}));
    }

    /// Of two who share an account the other one is named, not told that it is themselves.
    void aColleagueUnderTheSameAccountIsSomebodyElse()
    {
        const Folder folder;
        const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
        ReportFile::Editor colleague = kEditor;
        colleague.name = QStringLiteral("周建国");
        const auto second = LockFile::take(folder.file(), colleague, kWhen);
        QVERIFY(lock && !second);
        QVERIFY(second.error()
            == (Error{ErrorCode::InUse, folder.file(),
                QStringLiteral("王芳@office, 2022-01-10 08:30\n") + kLockName}));
    }

    void foundLocks_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<qint64>("ageSeconds"); // negative: dated in the future
        QTest::addColumn<QString>("holder"); // "-": taken over
        const QString li = QStringLiteral("李强@%1, 2022-01-09 17:05");
        const QString here = kEditor.host;
        const QString there = QStringLiteral("镇长室");
        const qint64 alive = QCoreApplication::applicationPid();
        const auto row = [](const char *name, const QByteArray &content, qint64 age, const QString &holder) {
            QTest::newRow(name) << content << age << holder;
        };
        const QString gone = QStringLiteral("-");
        const auto key = [](const char *name, const QJsonValue &value) {
            return std::pair(QString::fromLatin1(name), value);
        };
        const QJsonValue missing(QJsonValue::Undefined);
        row("a living program here", lockOf(here, alive), 9999, li.arg(here));
        row("a dead program here", lockOf(here, kDeadProcess), 0, gone);
        row("its number is used anew after a restart",
            lockOf(here, alive, {key("boot", QStringLiteral("another"))}), 0, gone);
        row("its number is used anew", lockOf(here, alive, {key("start", 12)}), 0, gone);
        row("its number is that of the first process", lockOf(here, 1, {key("start", 12)}), 9999, gone);
        row("an older version's, living", lockOf(here, alive, {key("start", missing)}), 0, li.arg(here));
        row("an older version's, its number used anew", lockOf(here, alive, {key("start", missing)}), 9999,
            gone);
        row("another machine of the same name",
            lockOf(here, kDeadProcess, {key("machine", QStringLiteral("another"))}), 9999, li.arg(here));
        row("a program on another machine, alive or not", lockOf(there, kDeadProcess), 9999, li.arg(there));
        row("a number that is none", lockOf(here, alive, {key("pid", QStringLiteral("1"))}), 9999, gone);
        row("a number larger than any", lockOf(here, 1LL << 40), 9999, gone);
        row("an empty file, old", {}, 6, gone);
        row("an empty file, just being written", {}, 0, {});
        row("an empty file from the future", {}, -6, gone);
        row("an empty file from the far future", {}, -400'000'000, gone);
        row("no JSON, old", "garbage", 120, gone);
        row("no JSON, new", "garbage", 0, {});
        row("JSON that names nobody, old", "{}", 120, gone);
        row("a name that would act on a terminal",
            lockOf(there, 1, {key("name", QStringLiteral("\x1b[2J李\n强"))}), 0,
            QStringLiteral("[2J李强@镇长室, 2022-01-09 17:05"));
    }

    void foundLocks()
    {
        QFETCH(QByteArray, content);
        QFETCH(qint64, ageSeconds);
        QFETCH(QString, holder);
        const Folder folder;
        folder.put(kLockName, content);
        setAge(folder.file(kLockName), ageSeconds);
        {
            const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
            QCOMPARE(lock.has_value(), holder == u"-");
            QCOMPARE(folder.names(), QStringList{kLockName});
            if (lock) {
                QVERIFY(readFile(folder.file(kLockName)).contains("office"));
            } else {
                QVERIFY(lock.error().code == ErrorCode::InUse);
                QCOMPARE(lock.error().detail, holder + u'\n' + kLockName);
                QCOMPARE(readFile(folder.file(kLockName)), content);
            }
        }
        const auto taken = LockFile::take(folder.file(), kEditor, kWhen, LockFile::Claim::TakeOver);
        QVERIFY(taken); // there is always a way past
        QCOMPARE(folder.names(), QStringList{kLockName});
    }

    void aProcessThatHasEndedHoldsNothing()
    {
        const Folder folder;
        const Ended ended;
        folder.put(kLockName, lockOf(kEditor.host, ended.pid()));
        QVERIFY(!processNow(ended.pid()));
        QVERIFY(LockFile::take(folder.file(), kEditor, kWhen));
    }

    void whatIsNoLockRefusesNotForEver_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a folder") << QStringLiteral("folder");
        QTest::newRow("a folder with files") << QStringLiteral("full folder");
        QTest::newRow("a pipe") << QStringLiteral("pipe");
        QTest::newRow("a link") << QStringLiteral("link");
        QTest::newRow("four gigabytes") << QStringLiteral("giant");
        QTest::newRow("a file that nobody may read") << QStringLiteral("unreadable");
    }

    void whatIsNoLockRefusesNotForEver()
    {
        QFETCH(QString, kind);
        const Folder folder;
        const Folder elsewhere;
        const QString lockPath = folder.file(kLockName);
        elsewhere.put(QStringLiteral("mine"), "precious");
        const auto before = elsewhere.state();
        if (kind == u"folder" || kind == u"full folder") {
            QVERIFY(QDir().mkdir(lockPath));
            if (kind == u"full folder")
                folder.put(kLockName + QStringLiteral("/a"), "b");
        } else if (kind == u"pipe") {
            QCOMPARE(mkfifo(QFile::encodeName(lockPath).constData(), 0600), 0);
        } else if (kind == u"link") {
            QVERIFY(QFile::link(elsewhere.file(QStringLiteral("mine")), lockPath));
        } else {
            folder.put(kLockName, {});
            if (kind == u"giant")
                QVERIFY(QFile::resize(lockPath, qint64(4) << 30));
            else
                setMode(lockPath, 0);
        }
        std::optional<AsOrdinaryUser> user; // the superuser reads everything
        if (kind == u"unreadable") {
            setMode(folder.path(), 0777);
            if (!user.emplace().canWorkIn(folder.path()))
                QSKIP("an ordinary user cannot enter the temporary folder");
            QVERIFY(!QFile(lockPath).open(QIODevice::ReadOnly));
        }
        const auto refused = LockFile::take(folder.file(), kEditor, kWhen);
        QVERIFY(!refused && refused.error().code == ErrorCode::InUse);
        const auto taken = LockFile::take(folder.file(), kEditor, kWhen, LockFile::Claim::TakeOver);
        QVERIFY(taken);
        user.reset();
        struct stat status { };
        const QString old = lockPath + QStringLiteral(".old1");
        QVERIFY(lstat(QFile::encodeName(old).constData(), &status) == 0); // moved, not deleted
        QVERIFY(elsewhere.state() == before);
    }

    void oneThatWasTakenOverIsNotTakenAway()
    {
        const Folder folder;
        auto first = LockFile::take(folder.file(), kEditor, kWhen);
        QVERIFY(first);
        const auto second = LockFile::take(folder.file(), kEditor, kWhen, LockFile::Claim::TakeOver);
        QVERIFY(second);
        const auto before = folder.state();
        first->reset();
        QVERIFY(folder.state() == before);
    }

    void aFullDiskLeavesNoEmptyLock()
    {
        const Folder folder;
        const auto lock = [&folder] {
            const FullDisk full;
            return LockFile::take(folder.file(), kEditor, kWhen);
        }();
        QVERIFY(!lock && lock.error().code == ErrorCode::NotLockable);
        QVERIFY(folder.names().isEmpty());
    }

    void oneThatSomebodyTookOverIsLeft()
    {
        const Folder folder;
        const QByteArray theirs = lockOf(QStringLiteral("镇长室"), 1);
        {
            const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
            QVERIFY(lock);
            folder.put(kLockName, theirs);
        }
        QCOMPARE(readFile(folder.file(kLockName)), theirs);
    }

    void aFolderThatTakesNoFile()
    {
        const Folder folder;
        setMode(folder.path(), 0555);
        bool isTested = false;
        {
            const AsOrdinaryUser user;
            if (user.canWorkIn(folder.path())) {
                const auto lock = LockFile::take(folder.file(), kEditor, kWhen);
                QVERIFY(!lock);
                QVERIFY(lock.error().code == ErrorCode::FolderReadOnly);
                isTested = true;
            }
        }
        setMode(folder.path(), 0755);
        if (!isTested)
            QSKIP("an ordinary user cannot enter the temporary folder");
    }
};

QTEST_GUILESS_MAIN(LockFileTest)
#include "tst_lockfile.moc"
