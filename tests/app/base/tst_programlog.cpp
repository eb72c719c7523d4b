// SPDX-License-Identifier: MulanPSL-2.0
#include "programlog.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace nianbao;

class ProgramLogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->filePath(QStringLiteral("state/nianbao")); }
    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatHappensStandsInTheFile()
    {
        QString path;
        {
            const ProgramLog log(folder());
            path = ProgramLog::path();
            qCInfo(lcProgram) << "started" << 7;
        }
        QCOMPARE(path, folder() + QStringLiteral("/nianbao.log"));
        const QString said = read(path);
        QVERIFY2(said.contains(QRegularExpression(QStringLiteral(
                     "^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+ \\d+ info nianbao.program: started 7\n$"))),
            qPrintable(said));
        qCInfo(lcProgram) << "after";
        QVERIFY(!read(path).contains(QStringLiteral("after")));
        QVERIFY(ProgramLog::path().isEmpty());
    }

    /// Of Qt and of libraries too, which may speak of what they were given.
    void messagesOfOthersAreThere()
    {
        QTest::ignoreMessage(QtWarningMsg, "careful");
        const ProgramLog log(folder());
        qWarning("careful");
        QVERIFY(read(ProgramLog::path()).contains(QStringLiteral("warning default: careful")));
    }

    void onlyThisUserMayReadIt()
    {
        const ProgramLog log(folder());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QVERIFY(!(QFileInfo(ProgramLog::path()).permissions() & others));
        QVERIFY(!(QFileInfo(folder()).permissions() & others));
    }

    void nothingOfAReportIsWritten_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, const char *message, const char *written) {
            QTest::newRow(name) << QString::fromUtf8(message) << QString::fromUtf8(written);
        };
        row("words of our own", "opened, form 2021, file version 6", "opened, form 2021, file version 6");
        row("a Chinese name", "the report of 张村镇 is open", "the report of … is open");
        row("what is quoted", "position \"37 applications\" out of range", "position \"…\" out of range");
        row("in single quotes", "cannot read 'Linliu' now", "cannot read '…' now");
        row("no quotation", "it doesn't do, and can't", "it doesn't do, and can't");
        row("a path", "cannot open /home/somebody/2021.nianbao for reading", "cannot open … for reading");
        row("one of Windows", "cannot open C:\\Users\\x\\report here", "cannot open …");
        row("an address", "gone: file:///home/x%20y", "gone: …");
        row("a file's name", "Linliu-2021.nianbao is gone", "… is gone");
        row("its second half", "no /home/x y.docx there", "no … there");
        row("a path with blanks", "no /home/li/a b c.nianbao there", "no … there");
        row("a path with blanks and no end", "no /home/li/annual report is there", "no …");
        row("lines", "one\ntwo\r\nthree", "one two three");
        row("what cannot be seen", "one\x01 two", "one… two");
        row("a quotation without an end", "say \"37", "say \"37");
    }
    void nothingOfAReportIsWritten()
    {
        QFETCH(QString, message);
        QFETCH(QString, written);
        QCOMPARE(ProgramLog::withoutContent(message), written);
        const ProgramLog log(folder());
        qCInfo(lcReport).noquote() << message;
        QVERIFY(read(ProgramLog::path()).contains(u' ' + written + u'\n'));
    }

    void aMessageIsOfBoundedLength()
    {
        QVERIFY(ProgramLog::withoutContent(QString(1'000'000, u'a')).size() < 500);
    }

    void theFileIsBounded()
    {
        constexpr qint64 kBound = 2000;
        {
            const ProgramLog log(folder(), kBound);
            for (int i = 0; i < 500; ++i)
                qCInfo(lcProgram) << "event" << i;
        }
        const QStringList names = QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        QCOMPARE(names,
            (QStringList{QStringLiteral("nianbao.log"), QStringLiteral("nianbao.log.1"),
                QStringLiteral("nianbao.log.2")}));
        for (const QString &name : names)
            QVERIFY(QFileInfo(QDir(folder()).filePath(name)).size() <= kBound);
        const QString all = read(folder() + QStringLiteral("/nianbao.log.1"))
            + read(folder() + QStringLiteral("/nianbao.log"));
        QVERIFY(all.endsWith(QStringLiteral("event 499\n")));
        QVERIFY(all.contains(QStringLiteral("event 480\n")));
    }

    /// Two programs of one person: the second finds the file turned over by the first and follows.
    void oneThatWasTurnedOverIsOpenedAnew()
    {
        const ProgramLog log(folder(), 500);
        qCInfo(lcProgram) << "before";
        const QString path = ProgramLog::path();
        QVERIFY(QFile::rename(path, path + QStringLiteral(".1")));
        for (int i = 0; i < 20; ++i)
            qCInfo(lcProgram) << "after" << i;
        QVERIFY(QFileInfo(path).size() <= 500);
        QVERIFY(QFileInfo(path + QStringLiteral(".1")).size() <= 500);
        QVERIFY(read(path).contains(QStringLiteral("after 19")));
    }

    void whatComesAgainAndAgainIsCounted()
    {
        const ProgramLog log(folder());
        for (int i = 0; i < 1000; ++i)
            qCInfo(lcProgram) << "again";
        qCInfo(lcProgram) << "other";
        const QString said = read(ProgramLog::path());
        QCOMPARE(said.count(u'\n'), 3);
        QVERIFY(said.contains(QStringLiteral("the same 999 times more")));
    }

    void threadsDoNotTearLines()
    {
        const ProgramLog log(folder());
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([thread] {
                for (int i = 0; i < 200; ++i)
                    qCInfo(lcProgram) << "thread" << thread << "says" << i;
            });
        threads.clear();
        const QStringList lines = read(ProgramLog::path()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 800);
        static const QRegularExpression whole(QStringLiteral("nianbao.program: thread \\d says \\d+$"));
        for (const QString &line : lines)
            QVERIFY2(line.contains(whole), qPrintable(line));
    }

    void whereNothingCanBeWrittenItGoesOn()
    {
        const QString file = m_folder->filePath(QStringLiteral("taken"));
        QFile taken(file);
        QVERIFY(taken.open(QIODevice::WriteOnly));
        const ProgramLog log(file + QStringLiteral("/nianbao"));
        QVERIFY(ProgramLog::path().isEmpty());
        qCInfo(lcProgram) << "to nobody";
    }

    void itLiesAmongWhatProgramsRemember()
    {
        const QByteArray before = qgetenv("XDG_STATE_HOME");
        qputenv("XDG_STATE_HOME", "/somewhere/state");
        QCOMPARE(ProgramLog::usualFolder(), QStringLiteral("/somewhere/state/nianbao"));
        qputenv("XDG_STATE_HOME", "relative"); // the rules say: not heeded
        QCOMPARE(ProgramLog::usualFolder(), QDir::homePath() + QStringLiteral("/.local/state/nianbao"));
        qputenv("XDG_STATE_HOME", before);
    }
};

QTEST_GUILESS_MAIN(ProgramLogTest)
#include "tst_programlog.moc"
