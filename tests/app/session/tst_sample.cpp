// SPDX-License-Identifier: MulanPSL-2.0
#include "readreport.h"
#include "sample.h"
#include "seenreport.h"
#include "session.h"
#include "systemfolders.h"
#include "testreports.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace nianbao;

class SampleTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_before;

    static std::unique_ptr<Session> opened(const QString &path)
    {
        auto session = Session::open(path);
        return session ? std::move(*session) : nullptr;
    }
    static bool change(Session &session)
    {
        return bool(session.edit(Change::of({}, SetFact{QLatin1String(fact::kPhone), QStringLiteral("1")})));
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_before = qgetenv("HOME");
        qputenv("HOME", m_home->path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_home->path().toLocal8Bit());
    }
    void cleanup() { qputenv("HOME", m_before); }

    void itLiesAmongTheDocuments()
    {
        QCOMPARE(documentsFolder(), m_home->path()); // there is no such folder yet
        QVERIFY(QDir(m_home->path()).mkpath(QStringLiteral("Documents")));
        const auto path = sample::ensure();
        QVERIFY(path);
        QCOMPARE(QFileInfo(*path).absolutePath(), m_home->filePath(QStringLiteral("Documents")));
    }

    void itIsKnownWhereverItGoes()
    {
        const auto path = sample::ensure();
        QVERIFY(path);
        QVERIFY(sample::isSample(opened(*path)->report()));
        QVERIFY(seenIn(*path)->isSample);
        const QString copy = m_home->filePath(QStringLiteral("真的年报.nianbao"));
        QVERIFY(QFile::copy(*path, copy));
        QVERIFY(sample::isSample(opened(copy)->report()));
        QVERIFY(!sample::isSample(Report(findForm(QStringLiteral("2021")), 2021)));
        const QString own = m_home->filePath(QStringLiteral("own.nianbao"));
        QVERIFY(Session::create(own, test::filledReport()));
        QVERIFY(!sample::isSample(opened(own)->report())); // which has an id of its own
    }

    /// To learn that it is the sample nothing else of it is read.
    void itsIdAloneIsAsked()
    {
        const auto path = sample::ensure();
        QVERIFY(path);
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            db.setDatabaseName(*path);
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY(query.exec(QStringLiteral("UPDATE meta SET value = 'x' WHERE key = 'year'")));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
        QVERIFY(!opened(*path));
        QCOMPARE(sample::path(), *path);
        const auto again = sample::reset();
        QVERIFY(again && *again == *path && opened(*again));
    }

    void theOneThatShipsHasTheId()
    {
        const auto shipped = readReport(QStringLiteral(":/samples/zhangcun-2021.json"));
        QVERIFY(shipped && sample::isSample(shipped->report));
    }

    void whatWasTriedInItStays()
    {
        const auto path = sample::ensure();
        QVERIFY(path && change(*opened(*path)));
        const auto again = sample::ensure();
        QVERIFY(again);
        QCOMPARE(*again, *path);
        QCOMPARE(opened(*again)->report().fact(fact::kPhone), QStringLiteral("1"));
    }

    void resetMakesItAsItWas()
    {
        const auto path = sample::ensure();
        QVERIFY(path && change(*opened(*path)));
        const auto fresh = sample::reset();
        QVERIFY(fresh);
        QCOMPARE(*fresh, *path);
        QVERIFY(opened(*fresh)->report().fact(fact::kPhone) != QStringLiteral("1"));
        QVERIFY(sample::isSample(opened(*fresh)->report()));
    }

    void resetMakesOneWhereThereIsNone()
    {
        const auto fresh = sample::reset();
        QVERIFY(fresh && QFileInfo::exists(*fresh));
    }

    void aFileOfTheSameNameIsLeftAlone()
    {
        const QString taken = sample::path();
        QFile file(taken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        const auto path = sample::ensure();
        QVERIFY(path);
        QVERIFY(*path != taken);
        const auto fresh = sample::reset();
        QVERIFY(fresh);
        QCOMPARE(*fresh, *path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

    void anotherReportOfTheSameNameIsLeftAlone()
    {
        const QString taken = sample::path();
        QVERIFY(Session::create(taken, test::filledReport()));
        const auto path = sample::ensure();
        QVERIFY(path);
        QVERIFY(*path != taken);
        QVERIFY(sample::reset());
        QVERIFY(!sample::isSample(opened(taken)->report()));
    }

    void whereNothingCanBeWrittenItIsSaid()
    {
        qputenv("HOME", "/proc/nowhere");
        QVERIFY(!sample::ensure());
        QVERIFY(!sample::reset());
    }
};

QTEST_GUILESS_MAIN(SampleTest)
#include "tst_sample.moc"
