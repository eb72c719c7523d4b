// SPDX-License-Identifier: MulanPSL-2.0
#include "recentreading.h"

#include "session.h"
#include "testreports.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

/// The looks at files beside the window, with a share that does not answer.
class RecentReadingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    static inline QSemaphore s_answer{0}; // of the dead share
    static inline QSemaphore s_hangs{0};

    static QString stateOf(const QString &path)
    {
        if (path.startsWith(QStringLiteral("/dead/"))) {
            s_hangs.release();
            s_answer.acquire();
        }
        return {}; // no file is there
    }
    static QList<RecentReport> reports(const QStringList &paths)
    {
        QList<RecentReport> all;
        for (const QString &path : paths)
            all.append({path, path});
        return all;
    }
    static QStringList named(const QSignalSpy &spy)
    {
        QStringList paths;
        for (const auto &arguments : spy)
            paths.append(arguments.first().toString());
        return paths;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit()); }
    void cleanup()
    {
        s_answer.release(100); // what hangs ends
        QTest::qWait(50);
        s_answer.acquire(s_answer.available());
        s_hangs.acquire(s_hangs.available());
    }

    void eachFileIsLookedAt()
    {
        RecentReading reading(nullptr, &stateOf);
        QSignalSpy missing(&reading, &RecentReading::missing);
        QSignalSpy finished(&reading, &RecentReading::finished);
        reading.begin(reports({QStringLiteral("/a/1"), QStringLiteral("/b/2")}));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(named(missing), (QStringList{QStringLiteral("/a/1"), QStringLiteral("/b/2")}));
    }

    /// Nothing is new in it, and no report is opened for that; it is only known to be there.
    void whatWasNotChangedIsNotReadAgain()
    {
        const QString path = m_folder.filePath(QStringLiteral("a.nianbao"));
        QVERIFY(Session::create(path, test::filledReport()));
        RecentReading reading(nullptr);
        QSignalSpy found(&reading, &RecentReading::found);
        QSignalSpy looked(&reading, &RecentReading::looked);
        QSignalSpy finished(&reading, &RecentReading::finished);
        RecentReport report{path, path};
        report.seen = SeenReport();
        reading.begin({report});
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(looked.count(), 1);
        report.stamp = fileState(path);
        reading.begin({report});
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(named(found), (QStringList{path, path}));
        QCOMPARE(looked.count(), 1);
    }

    /// Neither the next round nor another window waits for it, and no window that is closed.
    void aShareThatHangsHoldsUpNobodyElse()
    {
        auto first = std::make_unique<RecentReading>(nullptr, &stateOf);
        const QStringList paths{QStringLiteral("/dead/1"), QStringLiteral("/dead/2"), QStringLiteral("/a/3")};
        first->begin(reports(paths));
        QVERIFY(s_hangs.tryAcquire(1, 5000));
        RecentReading other(nullptr, &stateOf);
        QSignalSpy ofOther(&other, &RecentReading::missing);
        other.begin(reports({QStringLiteral("/b/4")}));
        QTRY_COMPARE_WITH_TIMEOUT(named(ofOther), QStringList{QStringLiteral("/b/4")}, 1500);
        QSignalSpy next(first.get(), &RecentReading::missing);
        first->begin(reports(paths));
        QTRY_COMPARE_WITH_TIMEOUT(named(next), QStringList{QStringLiteral("/a/3")}, 10'000);
        QCOMPARE(s_hangs.available(), 0); // nobody has gone there again
        QElapsedTimer clock;
        clock.start();
        first.reset();
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_MAIN(RecentReadingTest)
#include "tst_recentreading.moc"
