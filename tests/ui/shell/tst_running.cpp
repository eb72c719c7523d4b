// SPDX-License-Identifier: MulanPSL-2.0
// The program itself, started as a desktop or a terminal starts it.
#include "programlog.h"
#include "session.h"
#include "singleprocess.h"
#include "testreports.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>
#include <vector>

using namespace nianbao;

class RunningTest : public QObject {
    Q_OBJECT

    /// One person's home, with all that the program remembers.
    std::unique_ptr<QTemporaryDir> m_home;

    QString path(const char *name) const { return m_home->filePath(QString::fromUtf8(name)); }
    bool isLocked(const char *name) const { return QFile::exists(path(".") + u'/' + lockOf(name)); }
    static QString lockOf(const char *name)
    {
        return u'.' + QString::fromUtf8(name) + QStringLiteral(".lock");
    }

    void makeReport(const char *name) const
    {
        if (!Session::create(path(name), test::sampleReport(QStringLiteral("zhangcun-2021"))))
            qFatal("the file cannot be made");
    }

    std::unique_ptr<QProcess> start(const QStringList &arguments, const QString &folder = {}) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home->path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("run"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
        environment.insert(QStringLiteral("XDG_STATE_HOME"), path("state"));
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(folder.isEmpty() ? m_home->path() : folder);
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->start(QStringLiteral(PROGRAM), arguments);
        return process;
    }

    bool listens() const { return QFile::exists(SingleProcess::socketIn(path("run"))); }

    QString log() const
    {
        QFile file(path("state/nianbao/nianbao.log"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static bool ended(QProcess &process)
    {
        return process.state() == QProcess::NotRunning || process.waitForFinished(20'000);
    }
    static bool endedWell(QProcess &process)
    {
        return ended(process) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("run")));
        QVERIFY(QFile::setPermissions(
            path("run"), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    }

    void aSecondStartHandsItsFilesOver_data()
    {
        QTest::addColumn<QString>("typed"); // %1: the home
        QTest::addColumn<QString>("folder"); // where it is typed, below the home
        QTest::newRow("a path") << "%1/b 乙.nianbao"
                                << "";
        QTest::newRow("a name") << "b 乙.nianbao"
                                << "";
        QTest::newRow("from another folder") << "../b 乙.nianbao"
                                             << "sub";
        QTest::newRow("an address") << "file://%1/b%20%E4%B9%99.nianbao"
                                    << "sub";
        QTest::newRow("a link") << "link.nianbao"
                                << "sub";
    }
    void aSecondStartHandsItsFilesOver()
    {
        QFETCH(QString, typed);
        QFETCH(QString, folder);
        makeReport("a.nianbao");
        makeReport("b 乙.nianbao");
        QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("sub")));
        QVERIFY(QFile::link(QStringLiteral("../b 乙.nianbao"), path("sub/link.nianbao")));
        const auto first = start({QStringLiteral("a.nianbao")});
        QTRY_VERIFY_WITH_TIMEOUT(isLocked("a.nianbao"), 20'000);
        const auto second
            = start({typed.replace(QStringLiteral("%1"), m_home->path())}, m_home->filePath(folder));
        QVERIFY(endedWell(*second));
        QTRY_VERIFY_WITH_TIMEOUT(isLocked("b 乙.nianbao"), 20'000);
        QCOMPARE(first->state(), QProcess::Running);
        first->terminate();
        QVERIFY2(endedWell(*first), first->readAll().constData());
        QVERIFY(!isLocked("a.nianbao"));
        QVERIFY(!isLocked("b 乙.nianbao"));
    }

    void startsAtOnceAreOneProcess()
    {
        makeReport("a.nianbao");
        makeReport("b.nianbao");
        makeReport("c.nianbao");
        std::vector<std::unique_ptr<QProcess>> all;
        for (const char *name : {"a.nianbao", "b.nianbao", "c.nianbao"})
            all.push_back(start({QString::fromUtf8(name)}));
        QTRY_VERIFY_WITH_TIMEOUT(
            isLocked("a.nianbao") && isLocked("b.nianbao") && isLocked("c.nianbao"), 30'000);
        const auto running = [&all] {
            return int(std::count_if(
                all.begin(), all.end(), [](const auto &one) { return one->state() == QProcess::Running; }));
        };
        QTRY_COMPARE_WITH_TIMEOUT(running(), 1, 10'000);
        for (const auto &one : all) {
            one->terminate();
            QVERIFY2(endedWell(*one), one->readAll().constData());
        }
    }

    void oneThatWasKilledIsNoHindrance()
    {
        makeReport("a.nianbao");
        const auto first = start({});
        QTRY_VERIFY_WITH_TIMEOUT(listens(), 20'000);
        first->kill();
        QVERIFY(ended(*first));
        const auto next = start({QStringLiteral("a.nianbao")});
        QTRY_VERIFY_WITH_TIMEOUT(isLocked("a.nianbao"), 20'000);
        next->terminate();
        QVERIFY(endedWell(*next));
    }

    void theEndOfASessionLeavesNothing_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void theEndOfASessionLeavesNothing()
    {
        QFETCH(int, number);
        makeReport("a.nianbao");
        const auto process = start({QStringLiteral("a.nianbao")});
        QTRY_VERIFY_WITH_TIMEOUT(isLocked("a.nianbao"), 20'000);
        kill(pid_t(process->processId()), number);
        QVERIFY2(endedWell(*process), process->readAll().constData());
        QVERIFY(!isLocked("a.nianbao"));
        QVERIFY(QDir(path("run")).entryList(QDir::Files | QDir::System | QDir::Hidden).isEmpty());
        QVERIFY(log().contains(QLatin1String("ended by ") + QString::fromLatin1(QTest::currentDataTag())));
    }

    /// A question is open that nobody answers.
    void aDialogDoesNotHinderTheEnd()
    {
        QFile broken(path("broken.nianbao"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no report");
        broken.close();
        const auto process = start({QStringLiteral("broken.nianbao")});
        QTRY_VERIFY_WITH_TIMEOUT(log().contains(QStringLiteral("told: error")), 20'000);
        process->terminate();
        QVERIFY2(endedWell(*process), process->readAll().constData());
    }

    void theLogHoldsNothingOfAReport()
    {
        const Report report = test::sampleReport(QStringLiteral("zhangcun-2021"));
        makeReport("zhangcun.nianbao");
        const auto process = start({QStringLiteral("zhangcun.nianbao")});
        QTRY_VERIFY_WITH_TIMEOUT(isLocked("zhangcun.nianbao"), 20'000);
        process->terminate();
        QVERIFY(endedWell(*process));
        const QString said = log();
        QVERIFY(said.contains(QStringLiteral("opened, form 2021")));
        QVERIFY(said.contains(QStringLiteral("nianbao.report: closed")));
        QVERIFY(!said.contains(QStringLiteral("zhangcun")));
        QVERIFY(!said.contains(m_home->path()));
        for (const QChar c : said)
            QVERIFY2(c.unicode() < 0x80 || c == u'…', qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(RunningTest)
#include "tst_running.moc"
