// SPDX-License-Identifier: MulanPSL-2.0
#include "rounds.h"
#include "session.h"
#include "testreports.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

/// SIGKILL at random moments: whatever was acknowledged is in the file, and the file is whole.
class KillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void acknowledgedEditsSurvive()
    {
        const int rounds = test::rounds(25, 25, 500);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("r.nianbao"));
        {
            const auto made = Session::create(path, test::filledReport());
            QVERIFY(made);
        }
        int acknowledgedInAll = 0;
        for (int round = 0; round < rounds; ++round) {
            QProcess writer;
            writer.setProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/scriptedwriter"));
            writer.setArguments({path});
            writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer.start();
            QVERIFY(writer.waitForReadyRead(20000));
            writer.waitForFinished(
                QRandomGenerator::global()->bounded(1, 60)); // a random moment, not a wait for something
            writer.kill();
            writer.waitForFinished();
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            const QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
            const auto session = Session::open(path); // quick_check is part of opening
            QVERIFY2(session, qPrintable(session ? QString() : session.error().detail));
            const int acknowledged = verify((*session)->report(), lines.mid(0, lines.size() - 1));
            QVERIFY2(acknowledged > 0, "nothing was acknowledged or something is missing");
            acknowledgedInAll += acknowledged;
        }
        {
            // a journal that the dead one had only begun is no hot one: the next edit takes it away
            const auto session = Session::open(path);
            QVERIFY(session);
            QVERIFY((*session)->edit(
                Change::of(QStringLiteral("last"), SetFact{QLatin1String(fact::kFax), QStringLiteral("1")})));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).join(u' '),
            QStringLiteral("r.nianbao"));
        qInfo("%d rounds, %d acknowledged edits", rounds, acknowledgedInAll);
    }

private:
    /// Number of acknowledged edits, or -1 when the report does not hold one of them. One edit more may be in
    /// the file than was acknowledged: then the last cell or text is newer.
    static int verify(const Report &report, const QList<QByteArray> &lines)
    {
        QHash<QByteArray, qint64> expected;
        for (const QByteArray &line : lines) {
            const auto words = line.split(' ');
            expected.insert(words.value(1), words.value(2).toLongLong());
        }
        const qint64 last = lines.isEmpty() ? 0 : lines.last().split(' ').first().toLongLong();
        for (const auto &[key, value] : expected.asKeyValueRange()) {
            if (key == "TEXT") {
                const auto length
                    = report.subSections(SectionId(QStringLiteral("overview"))).value(0).text.size();
                if (length != value && length != (last + 1) % 997 + 1)
                    return -1;
                continue;
            }
            const auto stored = report.value(CellId(QString::fromUtf8(key)));
            if (stored != Amount::fromInteger(value) && stored != Amount::fromInteger(last + 1))
                return -1;
        }
        return int(lines.size());
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
