// SPDX-License-Identifier: MulanPSL-2.0
#include "singleprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace nianbao;

class SingleProcessTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->path(); }

    /// Another start, as it goes in another process; the event loop of this one runs meanwhile.
    std::optional<bool> startAgain(const StartRequest &request, int milliseconds = 5000) const
    {
        std::atomic<int> said = -1;
        std::jthread other([this, &request, &said, milliseconds] {
            SingleProcess process(folder());
            said = process.handOver(request, milliseconds) ? 1 : 0;
        });
        if (!QTest::qWaitFor([&said] { return said >= 0; }, 20'000))
            return std::nullopt;
        return said == 1;
    }

    /// What a caller hears that says this.
    QByteArray answerTo(const QByteArray &message) const
    {
        QLocalSocket caller;
        caller.connectToServer(SingleProcess::socketIn(folder()));
        if (!caller.waitForConnected(3000))
            return QByteArrayLiteral("not connected");
        caller.write(message);
        QByteArray answer;
        connect(&caller, &QLocalSocket::readyRead, &caller, [&] { answer += caller.readAll(); });
        if (!QTest::qWaitFor([&caller] { return caller.state() == QLocalSocket::UnconnectedState; }, 10'000))
            return QByteArrayLiteral("still connected");
        return answer + caller.readAll();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSecondStartHandsOver_data()
    {
        QTest::addColumn<StartRequest>("request");
        QTest::newRow("nothing but a start") << StartRequest{};
        QTest::newRow("a file") << StartRequest{{QStringLiteral("/home/x/2021.nianbao")}, false};
        QTest::newRow("a Chinese name with a line end")
            << StartRequest{{QStringLiteral("/home/张 三/年报\n2021 \"a\".nianbao")}, false};
        QTest::newRow("several") << StartRequest{{QStringLiteral("/a"), QStringLiteral("/b")}, false};
        QTest::newRow("the sample") << StartRequest{{}, true};
    }
    void aSecondStartHandsOver()
    {
        QFETCH(StartRequest, request);
        SingleProcess first(folder());
        QVERIFY(first.isFirst());
        QVERIFY(!first.handOver(request)); // it does it itself
        QSignalSpy asked(&first, &SingleProcess::asked);
        QCOMPARE(startAgain(request), std::optional(true));
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<StartRequest>(), request);
    }

    void manyStartsAreHeard()
    {
        SingleProcess first(folder());
        QSignalSpy asked(&first, &SingleProcess::asked);
        for (int i = 0; i < 30; ++i)
            QCOMPARE(startAgain({{QStringLiteral("/%1").arg(i)}, false}), std::optional(true));
        QTRY_COMPARE(asked.size(), 30);
        QCOMPARE(asked.last().first().value<StartRequest>().files, QStringList{QStringLiteral("/29")});
    }

    void whenTheFirstIsGoneTheNextIsFirst()
    {
        {
            const SingleProcess first(folder());
            QVERIFY(first.isFirst());
        }
        QVERIFY(QDir(folder()).entryList(QDir::Files | QDir::System | QDir::Hidden).isEmpty());
        SingleProcess next(folder());
        QVERIFY(next.isFirst());
        QVERIFY(!next.handOver({}));
    }

    void whatOneThatDiedLeftIsNoHindrance()
    {
        QLocalServer dead;
        QVERIFY(dead.listen(SingleProcess::socketIn(folder())));
        QFile lock(SingleProcess::socketIn(folder()) + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("999999999\nnianbao\n\n\n\n");
        lock.close();
        const SingleProcess first(folder());
        QVERIFY(first.isFirst());
    }

    void whereThereIsNoFolderEachGoesAlone()
    {
        SingleProcess alone((QString()));
        QVERIFY(!alone.isFirst());
        QVERIFY(!alone.handOver({}));
        SingleProcess gone(folder() + QStringLiteral("/no/such"));
        QVERIFY(!gone.isFirst());
        QVERIFY(!gone.handOver({}));
    }

    /// One that hangs keeps nobody from working.
    void oneThatDoesNotAnswerIsNotWaitedForLong()
    {
        SingleProcess hanging(folder()); // as long as its event loop does not run
        QElapsedTimer clock;
        clock.start();
        int said = -1;
        std::thread([this, &said] {
            SingleProcess process(folder());
            said = process.handOver({{QStringLiteral("/a")}, false}, 300) ? 1 : 0;
        }).join();
        QCOMPARE(said, 0);
        QVERIFY(clock.elapsed() < 5000);
    }

    void onlyThisUserMayCall()
    {
        const SingleProcess first(folder());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(SingleProcess::socketIn(folder())) & others));
    }

    void whatAStrangerSaysIsNotHeeded_data()
    {
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const QByteArray &message) { QTest::newRow(name) << message; };
        row("no JSON", "hello\n");
        row("an empty line", "\n");
        row("a list", "[]\n");
        row("no files",
            R"({"sample":false})"
            "\n");
        row("files that are words",
            R"({"files":"/a","sample":false})"
            "\n");
        row("a number among them",
            R"({"files":["/a",1],"sample":false})"
            "\n");
        row("a relative path",
            R"({"files":["a.nianbao"],"sample":false})"
            "\n");
        row("an empty path",
            R"({"files":[""],"sample":false})"
            "\n");
        row("a path with an end in it",
            R"({"files":["/a\u0000b"],"sample":false})"
            "\n");
        row("no sample",
            R"({"files":[]})"
            "\n");
        row("a sample that is a number",
            R"({"files":[],"sample":1})"
            "\n");
        row("too long a path",
            R"({"files":["/)" + QByteArray(5000, 'a')
                + R"("],"sample":false})"
                  "\n");
        row("too many files",
            R"({"files":["/a")" + QByteArray(R"(,"/a")").repeated(100)
                + R"(],"sample":false})"
                  "\n");
        row("deep brackets", QByteArray(20'000, '[') + '\n');
        row("a giant without an end", QByteArray(200'000, 'x'));
        row("a giant line", QByteArray(200'000, 'x') + '\n');
        row("half a line", R"({"files":[)");
        row("nothing at all", "");
    }
    void whatAStrangerSaysIsNotHeeded()
    {
        QFETCH(QByteArray, message);
        SingleProcess first(folder());
        QSignalSpy asked(&first, &SingleProcess::asked);
        QCOMPARE(answerTo(message), QByteArray());
        QCOMPARE(startAgain({}), std::optional(true)); // it listens still
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(asked.first().first().value<StartRequest>().files.isEmpty());
    }

    void aCrowdThatSaysNothingIsTurnedAway()
    {
        SingleProcess first(folder());
        std::vector<std::unique_ptr<QLocalSocket>> crowd;
        for (int i = 0; i < 40; ++i) {
            crowd.push_back(std::make_unique<QLocalSocket>());
            crowd.back()->connectToServer(SingleProcess::socketIn(folder()));
        }
        QTRY_VERIFY(std::any_of(crowd.begin(), crowd.end(),
            [](const auto &one) { return one->state() == QLocalSocket::UnconnectedState; }));
        QSignalSpy asked(&first, &SingleProcess::asked);
        QCOMPARE(startAgain({}, 15'000), std::optional(true)); // when their time is over
    }

    void aMessageHoldsWhatItHasRoomFor()
    {
        StartRequest many;
        for (int i = 0; i < 1000; ++i)
            many.files.append(QStringLiteral("/%1/").arg(i) + QString(3000, u'a'));
        const QByteArray line = SingleProcess::toMessage(many);
        QVERIFY(line.size() <= SingleProcess::kMostBytes);
        const auto back = SingleProcess::fromMessage(line);
        QVERIFY(back);
        QVERIFY(back->files.size() > 10);
        QCOMPARE(back->files, many.files.mid(0, back->files.size()));
    }

    void whatIsTypedIsResolvedWhereItWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("path"); // %1: the folder
        QTest::newRow("a name") << "a.nianbao"
                                << "%1/a.nianbao";
        QTest::newRow("one below") << "b/a.nianbao"
                                   << "%1/b/a.nianbao";
        QTest::newRow("a path") << "/x/a.nianbao"
                                << "/x/a.nianbao";
        QTest::newRow("an address") << "file:///x/a%20b.nianbao"
                                    << "/x/a b.nianbao";
        QTest::newRow("an address of this computer") << "file://localhost/x/a.nianbao"
                                                     << "/x/a.nianbao";
        QTest::newRow("a link stays what it is") << "link.nianbao"
                                                 << "%1/link.nianbao";
    }
    void whatIsTypedIsResolvedWhereItWasTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, path);
        QVERIFY(
            QFile::link(QStringLiteral("/x/a.nianbao"), m_folder->filePath(QStringLiteral("link.nianbao"))));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder()));
        const StartRequest request = StartRequest::of({typed}, false);
        const QString here = QDir::currentPath();
        QDir::setCurrent(before);
        QCOMPARE(request.files, QStringList{path.replace(QStringLiteral("%1"), here)});
    }
};

QTEST_GUILESS_MAIN(SingleProcessTest)
#include "tst_singleprocess.moc"
