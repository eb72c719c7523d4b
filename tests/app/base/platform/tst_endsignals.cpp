// SPDX-License-Identifier: MulanPSL-2.0
#include "endsignals.h"

#include <QCoreApplication>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace nianbao;

/// The test goes on after each signal: it was not killed.
class EndSignalsTest : public QObject {
    Q_OBJECT

    /// How a child ends that does this: the number of the signal that killed it, or 0.
    template <typename Work> static int killerOf(const Work &work)
    {
        const pid_t child = fork();
        if (child == 0) {
            work();
            _exit(0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }

private Q_SLOTS:
    void oneIsToldInTheEventLoop_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("the system ends the session") << SIGTERM << QByteArray("SIGTERM");
        QTest::newRow("the terminal goes") << SIGHUP << QByteArray("SIGHUP");
        QTest::newRow("Ctrl+C") << SIGINT << QByteArray("SIGINT");
    }
    void oneIsToldInTheEventLoop()
    {
        QFETCH(int, number);
        QFETCH(QByteArray, name);
        QByteArrayList heard;
        const EndSignals listener([&heard](const char *which) { heard.append(which); });
        QVERIFY(listener.isListening());
        QCOMPARE(raise(number), 0);
        QVERIFY(heard.isEmpty()); // never in the middle of something
        QTRY_COMPARE(heard, QByteArrayList{name});
    }

    void severalAreToldOneByOne()
    {
        QByteArrayList heard;
        const EndSignals listener([&heard](const char *which) { heard.append(which); });
        raise(SIGTERM);
        raise(SIGHUP);
        raise(SIGTERM);
        QTRY_COMPARE(heard, (QByteArrayList{"SIGTERM", "SIGHUP", "SIGTERM"}));
    }

    void afterwardsAllIsAsItWas()
    {
        struct sigaction before { };
        struct sigaction after { };
        sigaction(SIGTERM, nullptr, &before);
        {
            const EndSignals listener([](const char *) {});
            sigaction(SIGTERM, nullptr, &after);
            QVERIFY(after.sa_handler != before.sa_handler);
        }
        sigaction(SIGTERM, nullptr, &after);
        QVERIFY(after.sa_handler == before.sa_handler);
    }

    void whatIsIgnoredStaysSo()
    {
        struct sigaction ignored { };
        ignored.sa_handler = SIG_IGN;
        struct sigaction before { };
        sigaction(SIGHUP, &ignored, &before);
        {
            int heard = 0;
            const EndSignals listener([&heard](const char *) { ++heard; });
            raise(SIGHUP); // as nohup has it
            raise(SIGTERM);
            QTRY_COMPARE(heard, 1);
        }
        sigaction(SIGHUP, &before, nullptr);
    }

    void aSecondCtrlCEndsAtOnce()
    {
        const auto work = [](int first, int second) {
            signal(SIGINT, SIG_DFL);
            signal(SIGTERM, SIG_DFL);
            const EndSignals listener([](const char *) {});
            raise(first);
            raise(second);
        };
        QCOMPARE(killerOf([&work] { work(SIGINT, SIGINT); }), SIGINT);
        QCOMPARE(killerOf([&work] { work(SIGTERM, SIGTERM); }), 0); // a logout may send it twice
    }

    /// A child that is not another program yet has the handler, and what it hears is not for us.
    void whatAChildHearsIsNotTold()
    {
        int heard = 0;
        const EndSignals listener([&heard](const char *) { ++heard; });
        QCOMPARE(killerOf([] { raise(SIGTERM); }), 0);
        QCoreApplication::processEvents();
        QCOMPARE(heard, 0);
    }
};

QTEST_GUILESS_MAIN(EndSignalsTest)
#include "tst_endsignals.moc"
