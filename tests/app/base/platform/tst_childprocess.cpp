// SPDX-License-Identifier: MulanPSL-2.0
#include "calledoff.h"
#include "childprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace nianbao;
using namespace std::chrono_literals;
using End = ChildOutcome::End;

/// The children are shells: what they do is in the row.
class ChildProcessTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    ChildCall shell(const char *script) const
    {
        return {QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromUtf8(script)}, m_folder.path()};
    }
    ChildOutcome run(const char *script, const ChildLimits &limits = {}) const
    {
        return runChild(shell(script), limits);
    }

private Q_SLOTS:
    void whatItSaysComesBack()
    {
        const ChildOutcome outcome = run("printf 政府; printf '信息\\0公开'; echo no >&2; exit 3");
        QVERIFY(outcome.end == End::Exited);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY(!outcome.isGood());
        QCOMPARE(outcome.output, QByteArray("政府信息\0公开", 19));
        QCOMPARE(outcome.complaints, QByteArray("no\n"));
    }

    void muchComesBackWhole()
    {
        const ChildOutcome outcome = run("head -c 9000000 /dev/zero");
        QVERIFY(outcome.isGood());
        QCOMPARE(outcome.output.size(), 9'000'000);
    }

    void itsWorldIsItsOwn()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        qputenv("LC_ALL", "zh_CN.GBK");
        QFile kept(m_folder.filePath(QStringLiteral("kept")));
        QVERIFY(kept.open(QIODevice::WriteOnly));
        const ChildOutcome outcome = run("pwd; cat; env | sort; ls -l /proc/self/fd | grep -c kept");
        qputenv("LC_ALL", "C.UTF-8");
        qunsetenv("http_proxy");
        const QByteArray folder = QFile::encodeName(QDir(m_folder.path()).canonicalPath());
        QCOMPARE(outcome.output,
            folder + "\nHOME=" + QFile::encodeName(m_folder.path())
                + "\nLC_ALL=C.UTF-8\nMALLOC_ARENA_MAX=2\nPATH=" + qgetenv("PATH") + "\nPWD=" + folder
                + "\nTMPDIR=" + QFile::encodeName(m_folder.path())
                + "\nXDG_RUNTIME_DIR=" + QFile::encodeName(m_folder.path()) + "\n0\n");
    }

    void theEndsAreTold_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<ChildLimits>("limits");
        QTest::addColumn<End>("end");
        ChildLimits quick, little, small;
        quick.milliseconds = 300;
        little.output = 100'000;
        small.memory = 64 << 20;
        small.file = 1000;
        QTest::newRow("it does nothing for ever") << QByteArray("sleep 60") << quick << End::TooSlow;
        QTest::newRow("it works for ever") << QByteArray("while :; do :; done") << quick << End::TooSlow;
        QTest::newRow("it closes its output and goes on")
            << QByteArray("exec >&- 2>&-; sleep 60") << quick << End::TooSlow;
        QTest::newRow("it will not be asked to end")
            << QByteArray("trap '' TERM HUP INT; sleep 60") << quick << End::TooSlow;
        QTest::newRow("it talks for ever") << QByteArray("yes") << little << End::TooMuch;
        QTest::newRow("it complains for ever") << QByteArray("yes >&2") << quick << End::TooSlow;
        QTest::newRow("it writes a great file")
            << QByteArray("exec head -c 5000 /dev/zero > great") << small << End::TooMuch;
        QTest::newRow("it crashes") << QByteArray("kill -SEGV $$") << ChildLimits() << End::Crashed;
    }
    void theEndsAreTold()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const ChildLimits, limits);
        QElapsedTimer timer;
        timer.start();
        const ChildOutcome outcome = run(script.constData(), limits);
        QTEST(outcome.end, "end");
        QVERIFY(outcome.output.size() <= limits.output);
        QVERIFY(outcome.complaints.size() <= 10'000);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void memoryIsBounded()
    {
        ChildLimits small;
        small.memory = 32 << 20;
        const char *script = "x=$(head -c 40000000 /dev/zero | tr '\\0' a); echo ${#x}";
        QVERIFY(!run(script, small).output.startsWith("40000000"));
        small.memory = 2LL << 30;
        QVERIFY(run(script, small).output.startsWith("40000000"));
    }

    void whatItStartedEndsWithIt()
    {
        // the grandchild holds the pipes: nobody waits for it
        QElapsedTimer timer;
        timer.start();
        const ChildOutcome outcome = run("sleep 61 & echo $!");
        QVERIFY(outcome.isGood());
        QVERIFY(timer.elapsed() < 3000);
        const auto pid = pid_t(outcome.output.trimmed().toInt());
        QVERIFY(pid > 1);
        const auto isDead = [pid] {
            QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
            return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
        };
        QTRY_VERIFY(isDead());
    }

    void whoNoLongerWantsItCallsItOff()
    {
        QElapsedTimer timer;
        timer.start();
        const test::CallsOff other(200ms);
        ChildLimits limits;
        limits.stop = other.token();
        const auto outcomes = runChildren(
            {shell("sleep 62"), shell("exec >&- 2>&-; sleep 62"), shell("touch begun")}, limits, 2);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(outcomes.at(0).end == End::CalledOff);
        QVERIFY(outcomes.at(1).end == End::CalledOff);
        QVERIFY(outcomes.at(2).end == End::NotStarted);
        QVERIFY(runChild(shell("touch begun"), limits).end == End::NotStarted); // it was called off before
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("begun"))));
    }

    void aProgramThatIsMissingIsTold()
    {
        QVERIFY(runChild({QStringLiteral("no-such-program"), {}, m_folder.path()}).end == End::Missing);
        QVERIFY(runChild({QStringLiteral("sh"), {}, m_folder.filePath(QStringLiteral("nowhere"))}).end
            == End::NotStarted);
    }

    void severalRunAtOnceAndInOrder()
    {
        QList<ChildCall> calls;
        for (int i = 0; i < 6; ++i)
            calls.append(shell(qPrintable(QStringLiteral("sleep %1; echo %2").arg(i % 2 ? 2 : 1).arg(i))));
        QElapsedTimer timer;
        timer.start();
        const auto outcomes = runChildren(calls, {}, 6);
        QVERIFY(timer.elapsed() < 6'000); // nine seconds one after the other
        QCOMPARE(outcomes.size(), 6);
        for (int i = 0; i < 6; ++i)
            QCOMPARE(outcomes.at(i).output, QByteArray::number(i) + '\n');
    }

    void nothingIsBegunAfterAFailure()
    {
        const auto outcomes = runChildren(
            {shell("sleep 60"), shell("exit 1"), shell("touch begun"), shell("touch begun")}, {}, 2);
        QVERIFY(outcomes.at(0).end == End::NotStarted);
        QVERIFY(outcomes.at(1).end == End::Exited);
        QVERIFY(outcomes.at(2).end == End::NotStarted);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("begun"))));
        QVERIFY(runChildren({}, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ChildProcessTest)
#include "tst_childprocess.moc"
